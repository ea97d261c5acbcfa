export type Environment = Readonly<Record<string, string | undefined>>;

/** One clear line: which variable, and what is right. */
export class SettingsError extends Error {}

export function textOf(environment: Environment, name: string): string | null {
  const value = environment[name]?.trim();
  return value ? value : null;
}

export function integerOf(
  environment: Environment,
  name: string,
  [least, most]: [number, number],
  missing: number,
): number {
  const text = textOf(environment, name);
  if (text === null) return missing;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new SettingsError(`${name} must be a whole number from ${least} to ${most}, not "${text}"`);
}

export function flagOf(environment: Environment, name: string, missing: boolean): boolean {
  const text = textOf(environment, name);
  if (text === null) return missing;
  if (text === '1' || text === '0') return text === '1';
  throw new SettingsError(`${name} must be 1 or 0, not "${text}"`);
}

export function urlOf(environment: Environment, name: string, protocols: readonly string[]): string | null {
  const text = textOf(environment, name);
  if (text === null) return null;
  const isRight = URL.canParse(text) && protocols.includes(new URL(text).protocol);
  // The value may hold a password: it is not repeated.
  if (!isRight) throw new SettingsError(`${name} must be a URL beginning with ${protocols.join('// or ')}//`);
  return text.replace(/\/+$/, '');
}

export function oneOf<Value extends string>(
  environment: Environment,
  name: string,
  values: readonly Value[],
  missing: Value,
): Value {
  const text = textOf(environment, name);
  const value = text === null ? missing : values.find((known) => known === text);
  if (value) return value;
  throw new SettingsError(`${name} must be one of ${values.join(', ')}, not "${text}"`);
}

/** Several that make sense together only; null when none is set. */
export function allOrNone<const Names extends readonly string[]>(
  environment: Environment,
  ...names: Names
): Record<Names[number], string> | null {
  const values = names.map((name) => [name, textOf(environment, name)] as const);
  const set = values.find(([, value]) => value !== null);
  if (!set) return null;
  const missing = values.find(([, value]) => value === null);
  if (missing) throw new SettingsError(`${missing[0]} is missing: ${set[0]} is set`);
  return Object.fromEntries(values) as Record<Names[number], string>;
}

/** Secrets are not repeated in what is said about them. */
export function keyOf(name: string, text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length === 32 && key.toString('base64') === text) return key;
  throw new SettingsError(`${name} must be 32 bytes in Base64`);
}
