import { definePage } from '../ui/route';

export const checkInRoutes = {
  /** `code`: scanned within the app or by a phone's camera; `q`: WeChat's scanner, the whole address; `scene`: a mini-program code. */
  create: definePage('check-ins/rider/new', 'code', 'q', 'scene'),
  result: definePage('check-ins/rider/result'),
  mine: definePage('check-ins/rider/mine'),
};

/** What was scanned before the page opened, whichever way it came. */
export function landedCode({ code, q, scene }: { code?: string; q?: string; scene?: string }): string | null {
  if (scene) return /(?:^|&)s=([^&]+)/.exec(scene)?.[1] ?? null;
  return code ?? q ?? null;
}
