import type { Instance, Values } from './glass-easel';

/** One setData, as it crosses from logic to view. */
export interface SetDataCall {
  /** Page or component. */
  owner: string;
  bytes: number;
  keys: string[];
  /** Something in it does not survive JSON: WeChat would lose it. */
  notJson: boolean;
  /** Time it took here, ms. */
  ms: number;
}

const limit = 1024 * 1024;

interface MeterParts {
  log: SetDataCall[];
  warn: (text: string) => void;
  now: () => number;
  later: (action: () => void) => void;
}

/** Sends setData through JSON, as WeChat does, and writes down how much it was. */
export const createMeter =
  ({ log, warn, now, later }: MeterParts) =>
  (instance: Instance, owner: string): void => {
    const apply = instance.setData.bind(instance);
    instance.setData = (data: Values, callback?: () => void) => {
      const text = JSON.stringify(data);
      const marked = JSON.stringify(data, (_, value: unknown) =>
        value === undefined || typeof value === 'function' ? '\u0000' : value,
      );
      const bytes = new TextEncoder().encode(text).length;
      if (bytes > limit) warn(`setData over 1 MiB in ${owner}`);
      const begun = now();
      apply(JSON.parse(text) as Values);
      log.push({ owner, bytes, keys: Object.keys(data), notJson: marked !== text, ms: now() - begun });
      if (callback) later(() => callback.call(instance));
    };
  };
