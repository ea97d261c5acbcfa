import type { Clock } from './clock';
import type { Storage } from './platform/storage';

/** Raise it when the shape of what is kept changes: older copies are then not read. */
const version = 1;
const maxEntries = 40;
const maxChars = 200_000;
const prefix = 'cache.';
const indexKey = 'cache-index';

export interface Kept<T> {
  readonly data: T;
  /** Epoch, ms. */
  readonly at: number;
}

const isKept = (value: unknown): value is Kept<unknown> & { version: number } =>
  typeof value === 'object' && value !== null && 'data' in value && 'at' in value && 'version' in value;

/** The device's copies of answers, by person, so that nobody reads another's; the oldest go first. */
export class Cache {
  constructor(
    private readonly storage: Storage,
    private readonly clock: Clock,
    private readonly personId: () => string | null,
  ) {}

  read<T>(name: string): Kept<T> | null {
    const kept = this.storage.get(this.keyOf(name));
    if (!isKept(kept) || kept.version !== version) return null;
    return { data: kept.data as T, at: kept.at };
  }

  write(name: string, data: unknown): void {
    if (JSON.stringify(data).length > maxChars) return;
    const key = this.keyOf(name);
    const kept = { version, at: this.clock.now(), data };
    const others = this.index().filter((other) => other !== key);
    const dropped = others.splice(0, Math.max(0, others.length + 1 - maxEntries));
    if (!this.storage.set(key, kept)) {
      dropped.push(...others.splice(0, Math.ceil(others.length / 2)));
      this.removeAll(dropped);
      if (!this.storage.set(key, kept)) return;
    }
    this.removeAll(dropped);
    this.storage.set(indexKey, [...others, key]);
  }

  /** All that one person was shown. */
  clearOf(personId: string): void {
    const own = `${prefix}${personId}.`;
    this.removeAll(this.storage.keys().filter((key) => key.startsWith(own)));
    this.storage.set(
      indexKey,
      this.index().filter((key) => !key.startsWith(own)),
    );
  }

  private keyOf(name: string): string {
    return `${prefix}${this.personId() ?? 'anyone'}.${name}`;
  }

  private index(): string[] {
    const index = this.storage.get(indexKey);
    return Array.isArray(index) ? index.filter((key): key is string => typeof key === 'string') : [];
  }

  private removeAll(keys: readonly string[]): void {
    for (const key of keys) this.storage.remove(key);
  }
}
