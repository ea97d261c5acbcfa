import type { EaselEvent, EaselTarget, Values } from './glass-easel';

type Handler = (this: unknown, ...given: unknown[]) => unknown;

export interface EventBridge {
  /** A page's or component's methods, so that they are handed WeChat's plain events. */
  handlers(methods: Values): Values;
  targetOf(target: EaselTarget): object;
}

interface Point {
  identifier?: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
}

const touchesOf = (points: Iterable<Point>) =>
  [...points].map(({ identifier = 0, pageX, pageY, clientX, clientY }) => ({
    identifier,
    pageX,
    pageY,
    clientX,
    clientY,
  }));

function targetOf(target: EaselTarget): object {
  const element = target._$?.getBackendElement?.() ?? target.getBackendElement?.();
  return {
    id: target.id ?? '',
    dataset: { ...target.dataset },
    offsetLeft: element?.offsetLeft ?? 0,
    offsetTop: element?.offsetTop ?? 0,
  };
}

function plainEvent(event: EaselEvent): object {
  const original = event.getOriginalEvent?.() as
    (Point & { touches?: Iterable<Point>; changedTouches?: Iterable<Point> }) | undefined;
  const detail = JSON.parse(JSON.stringify(event.detail ?? {})) as { type?: string };
  const points = original && (original.changedTouches ?? [original]);
  return {
    // A map says begin or end here.
    type: event.type === 'regionchange' ? (detail.type ?? event.type) : event.type,
    timeStamp: event.timeStamp,
    target: targetOf(event.target),
    currentTarget: targetOf(event.currentTarget),
    mark: { ...event.mark },
    detail: /^touch/.test(event.type) ? {} : detail,
    mut: false,
    ...(original &&
      points && { touches: touchesOf(original.touches ?? points), changedTouches: touchesOf(points) }),
  };
}

const isEvent = (given: unknown): given is EaselEvent =>
  typeof given === 'object' && given !== null && 'getEventBubbleStatus' in given;

/** glass-easel's events → the plain objects that WeChat hands over. */
export function createEventBridge(toApp: <Value>(value: Value) => Value): EventBridge {
  const handler = (method: Handler): Handler =>
    function handle(first, ...rest) {
      return method.call(this, isEvent(first) ? toApp(plainEvent(first)) : first, ...rest);
    };
  return {
    targetOf,
    handlers: (methods) =>
      Object.fromEntries(
        Object.entries(methods).map(([name, method]) => [
          name,
          typeof method === 'function' ? handler(method as Handler) : method,
        ]),
      ),
  };
}
