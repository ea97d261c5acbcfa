export interface Route<Name extends string> {
  /** `/concept/audience/page` */
  readonly path: string;
  to(params?: Partial<Record<Name, string>>): string;
  /** Only what the page knows; whatever else rides along (`$taroTimestamp`, `scancode_time`) is left out. */
  parse(raw: Readonly<Record<string, string | undefined>>): Partial<Record<Name, string>>;
}

/** Some runtimes hand parameters over decoded, some do not. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** One page's address, and its parameters by name. */
export function definePage<const Name extends string = never>(path: string, ...names: Name[]): Route<Name> {
  return {
    path: `/${path}`,
    to(params = {}) {
      const query = names
        .filter((name) => params[name])
        .map((name) => `${name}=${encodeURIComponent(params[name] ?? '')}`)
        .join('&');
      return query ? `/${path}?${query}` : `/${path}`;
    },
    parse(raw) {
      const known: Partial<Record<Name, string>> = {};
      for (const name of names) {
        const value = raw[name];
        if (value) known[name] = decode(value);
      }
      return known;
    },
  };
}
