import { instantText } from '../ui/dates';
import type { NextStep } from './next-step';

/** What can be done about a coupon, as buttons and tags say it. */
export const stepTexts = {
  waiting: '等店家确认',
  use: '现在使用',
  open: '去使用',
  claim: '领取',
  claimFor: (points: number) => `用 ${points} 积分领取`,
  useFor: (points: number) => `用 ${points} 积分，现在使用`,
  visit: '到店扫码使用',
  soldOut: '已发完',
  notRunning: '已停发',
  claimed: '已领到，在“我的券”里',
  left: (count: number) => `还有 ${count} 张`,
} as const;

/** When it can be had again. */
export function againText(nextAt: string | null): string {
  return nextAt ? `已用满，${instantText(nextAt)} 后可再用` : '您能用的次数已用完';
}

/** What the button of a claim says. */
export const claimText = ({ pricePoints }: { pricePoints: number | null }): string =>
  pricePoints === null ? stepTexts.claim : stepTexts.claimFor(pricePoints);

/** What the button of a use says; what is held has been paid for. */
export const useText = ({ pricePoints }: { pricePoints: number | null }, isHeld: boolean): string =>
  pricePoints === null || isHeld ? stepTexts.use : stepTexts.useFor(pricePoints);

/** What the next step costs in points; null where it costs nothing. */
export function priceOf({ pricePoints }: { pricePoints: number | null }, step: NextStep): number | null {
  const takesOne =
    step.kind === 'claim' || step.kind === 'visit' || (step.kind === 'use' && step.grantId === null);
  return takesOne ? pricePoints : null;
}
