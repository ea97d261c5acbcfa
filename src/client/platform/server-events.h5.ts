import type { HttpRequest } from './http';
import type { EventsListener, ServerEvents } from './server-events';

declare const API_URL: string;

/** The server lets itself be heard every 15 s; longer silence is a way that broke unnoticed. */
const silenceMs = 40_000;

async function hear(
  { path, headers }: HttpRequest,
  onEvent: EventsListener['onEvent'],
  stop: AbortController,
): Promise<boolean> {
  const { createParser } = await import('eventsource-parser');
  const answer = await fetch(API_URL + path, {
    headers: { ...headers, accept: 'text/event-stream' },
    cache: 'no-store',
    credentials: 'omit',
    signal: stop.signal,
  });
  if (!answer.ok || !answer.body) return false;
  const parser = createParser({ onEvent: ({ data }) => onEvent(JSON.parse(data)) });
  const reader = answer.body.getReader();
  const text = new TextDecoder();
  for (;;) {
    const silence = setTimeout(() => stop.abort(), silenceMs);
    const { done, value } = await reader.read().finally(() => clearTimeout(silence));
    if (done) return true;
    parser.feed(text.decode(value, { stream: true }));
  }
}

export const serverEvents: ServerEvents = {
  isAvailable: typeof ReadableStream === 'function' && typeof TextDecoder === 'function',
  listen(request, { onEvent, onEnd }) {
    const stop = new AbortController();
    let isStopped = false;
    const end = (isDone: boolean) => {
      if (!isStopped) onEnd(isDone);
    };
    void hear(request, (data) => isStopped || onEvent(data), stop).then(end, () => end(false));
    return () => {
      isStopped = true;
      stop.abort();
    };
  },
};
