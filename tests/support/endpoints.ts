import { readdirSync } from 'node:fs';
import type { Endpoint } from '../../src/contract/http';

const folder = new URL('../../src/contract/', import.meta.url);

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'path' in value && 'method' in value && 'summary' in value;

/** Every endpoint of the contract, by name. */
export async function everyEndpoint(): Promise<Map<string, Endpoint>> {
  const files = readdirSync(folder).filter((file) => /^[a-z-]+\.ts$/.test(file));
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, folder).href) as Promise<Record<string, unknown>>),
  );
  const endpoints = modules.flatMap((module) => Object.values(module)).filter(isEndpoint);
  return new Map(endpoints.map((endpoint) => [endpoint.name, endpoint]));
}
