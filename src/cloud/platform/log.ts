import { destination, pino, stdSerializers, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Of an error only what says where to look: the database's carry values of rows and whole connections with them. */
function errorOf(error: Error): Record<string, unknown> {
  const { type, message, stack } = stdSerializers.err(error);
  const { code, constraint, table } = error as Error & Partial<Record<string, unknown>>;
  return { type, message, stack, code, constraint, table };
}

/**
 * Structured lines on standard output. Nothing personal: no addresses, no queries, no bodies, no headers;
 * a request is known by its route. Lines are gathered and written every second or 4 KB.
 */
export function createLog(level: string, stream?: DestinationStream): { log: Log; flush: () => void } {
  const gathered = destination({ sync: false, minLength: 4096, periodicFlush: 1_000 });
  const serializers = { err: errorOf };
  const timestamp = pino.stdTimeFunctions.epochTime;
  const log = pino({ level, base: null, timestamp, serializers }, stream ?? gathered);
  return { log, flush: () => gathered.flushSync() };
}
