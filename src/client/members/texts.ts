import type { GridState } from '../../contract/members';
import type { MembershipStatus } from '../../contract/people';

type Tone = 'plain' | 'good' | 'warn' | 'danger' | 'accent';

/** Words that riders and desks share. */
export const statusTexts: Record<MembershipStatus, { name: string; tone: Tone }> = {
  joined: { name: '已加入', tone: 'plain' },
  verified: { name: '已核实', tone: 'good' },
  paused: { name: '已暂停', tone: 'warn' },
};

export const gridStateTexts: Record<GridState, { name: string; tone: Tone }> = {
  applied: { name: '等答复', tone: 'accent' },
  active: { name: '在岗', tone: 'good' },
  paused: { name: '暂停中', tone: 'warn' },
  declined: { name: '没通过', tone: 'danger' },
  withdrawn: { name: '已撤回', tone: 'plain' },
  left: { name: '已退出', tone: 'plain' },
};
