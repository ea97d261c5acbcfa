import type { Activity } from '../../../contract/activities';

/** What a rider can do about an activity now, or why nothing. */
export type Step =
  | 'none'
  | 'sign_up'
  | 'waitlist'
  | 'sign_in'
  | 'soon'
  | 'over'
  | 'begun'
  | 'closed'
  | 'grid_only'
  | 'members';

interface Asker {
  readonly isSignedIn: boolean;
  /** Epoch, ms. */
  readonly now: number;
}

export function stepOf(activity: Activity, { isSignedIn, now }: Asker): Step {
  const { state, offer, mine, can, audience, startsAt } = activity;
  if (state === 'cancelled' || state === 'draft') return 'none';
  if (state === 'finished') return 'over';
  if (mine) return 'none';
  if (now >= Date.parse(startsAt)) return 'begun';
  if (offer === 'soon') return 'soon';
  if (!isSignedIn) return now < Date.parse(activity.signUpUntil) ? 'sign_in' : 'closed';
  if (can.signUp) return offer === 'waitlist' ? 'waitlist' : 'sign_up';
  if (now >= Date.parse(activity.signUpUntil)) return 'closed';
  return audience === 'grid_members' ? 'grid_only' : 'members';
}

/** There is something to read or to fill in before. */
export const needsForm = ({ questions, isRisky, riskNotice, insuranceText }: Activity): boolean =>
  questions.length > 0 || isRisky || riskNotice !== null || insuranceText !== null;
