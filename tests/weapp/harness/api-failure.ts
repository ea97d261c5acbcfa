/** Why an API of WeChat fails: the words after `fail`, and what else the answer holds (errno, errCode). */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly extra: object = {},
  ) {
    super(message);
    this.name = 'ApiFailure';
  }
}

export type Options = Record<string, unknown>;
/** Answered by callback or promise, with `errMsg`. */
export type AsyncApis = Record<string, (options: Options) => unknown>;
/** Answered at once. */
export type SyncApis = Record<string, (...given: unknown[]) => unknown>;

export interface Apis {
  answering?: AsyncApis;
  immediate?: SyncApis;
}

/** As it crosses from the logic layer: JSON only. */
export const plain = (options: unknown): Options =>
  JSON.parse(
    JSON.stringify(options ?? {}, (_, value: unknown) => (typeof value === 'function' ? undefined : value)),
  ) as Options;
