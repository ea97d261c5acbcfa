import { definePage } from '../ui/route';

export const checkInRoutes = {
  /** `code`: a phone's camera, through the door; `q`: what a scanner read, whole; `scene`: a mini-program code. */
  create: definePage('check-ins/rider/new', 'code', 'q', 'scene'),
  result: definePage('check-ins/rider/result'),
  mine: definePage('check-ins/rider/mine'),
};

/** What was scanned before the page opened, whichever way it came. */
export function landedCode({ code, q, scene }: { code?: string; q?: string; scene?: string }): string | null {
  if (scene) return /(?:^|&)s=([^&]+)/.exec(scene)?.[1] ?? null;
  // The door `/q/` takes codes of both kinds; typed by hand only a printed one is known.
  return code ? `/q/${code}` : (q ?? null);
}
