import type { HttpRequest } from '../../src/client/platform/http';
import type { EventsListener, ServerEvents } from '../../src/client/platform/server-events';

/** A way for events that a test tells by hand; there is none until it is opened. */
export class PhoneEvents implements ServerEvents {
  isAvailable = false;
  /** Who listens, the latest last; who stopped is gone. */
  readonly listeners: EventsListener[] = [];
  readonly requests: HttpRequest[] = [];

  listen(request: HttpRequest, listener: EventsListener): () => void {
    this.requests.push(request);
    this.listeners.push(listener);
    return () => this.listeners.splice(this.listeners.indexOf(listener), 1);
  }

  tell(data: unknown): void {
    for (const { onEvent } of [...this.listeners]) onEvent(data);
  }

  end(isDone: boolean): void {
    for (const { onEnd } of this.listeners.splice(0)) onEnd(isDone);
  }
}
