import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of the contract's endpoint that is served here. */
    endpoint?: string;
  }
}

/** `GET /q/*` → whether it stands in the list as it is, or below an entry that ends in `/**`. */
function isOpen(doors: readonly string[], method: string, url: string): boolean {
  return doors.some((door) => {
    const [verb, path = ''] = door.split(' ');
    if (verb !== method) return false;
    return path.endsWith('/**')
      ? url.startsWith(path.slice(0, -2)) || url === path.slice(0, -3)
      : url === path;
  });
}

/** Nothing is served but endpoints, which the policy knows, and the doors named. Register before any route. */
export function serveOnly(app: FastifyInstance, doors: Readonly<Record<string, string>>): void {
  const known = Object.keys(doors);
  app.addHook('onRoute', ({ config, method, url }) => {
    if (config?.endpoint !== undefined) return;
    // What answers to GET answers to HEAD.
    const methods = [method].flat().map((one) => (one === 'HEAD' ? 'GET' : one));
    const stray = methods.find((one) => !isOpen(known, one, url));
    if (stray) throw new Error(`${stray} ${url} is served without a stated policy`);
  });
}
