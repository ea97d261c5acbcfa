import bubbleAccent from './assets/bubble-accent.png';
import bubbleBusy from './assets/bubble-busy.png';
import bubbleFaint from './assets/bubble-faint.png';
import bubbleGood from './assets/bubble-good.png';
import bubbleLate from './assets/bubble-late.png';
import bubbleWarn from './assets/bubble-warn.png';
import pinAccent from './assets/pin-accent.png';
import pinBusy from './assets/pin-busy.png';
import pinFaint from './assets/pin-faint.png';
import pinGood from './assets/pin-good.png';
import pinLate from './assets/pin-late.png';
import pinWarn from './assets/pin-warn.png';
import type { MarkerTone } from './area-map';

export const pinImages: Record<MarkerTone, string> = {
  accent: pinAccent,
  late: pinLate,
  warn: pinWarn,
  busy: pinBusy,
  good: pinGood,
  faint: pinFaint,
};

export const bubbleImages: Record<MarkerTone, string> = {
  accent: bubbleAccent,
  late: bubbleLate,
  warn: bubbleWarn,
  busy: bubbleBusy,
  good: bubbleGood,
  faint: bubbleFaint,
};
