import type { HttpRequest } from './http';

export interface EventsListener {
  /** One event's data, parsed. */
  onEvent(data: unknown): void;
  /** No more come. `isDone`: the server ended it; otherwise it refused, or the way broke. Never after stopping. */
  onEnd(isDone: boolean): void;
}

/** Server-sent events of a request with headers, which the browser's own EventSource does not take. */
export interface ServerEvents {
  /** Where it is false, one asks again and again. */
  readonly isAvailable: boolean;
  /** Returns how to stop listening. */
  listen(request: HttpRequest, listener: EventsListener): () => void;
}

export declare const serverEvents: ServerEvents;
