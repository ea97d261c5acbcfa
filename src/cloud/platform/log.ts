import { destination, pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/**
 * Structured lines on standard output. Nothing personal: no addresses, no queries, no bodies, no headers;
 * a request is known by its route. Lines are gathered and written every second or 4 KB.
 */
export function createLog(level: string, stream?: DestinationStream): { log: Log; flush: () => void } {
  const gathered = destination({ sync: false, minLength: 4096, periodicFlush: 1_000 });
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.epochTime }, stream ?? gathered);
  return { log, flush: () => gathered.flushSync() };
}
