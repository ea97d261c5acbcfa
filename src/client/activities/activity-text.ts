import {
  isVolunteering,
  type ActivityGroup,
  type ActivityKind,
  type ActivityRow,
  type ActivityState,
  type SignUp,
  type SignUpOffer,
  type SignUpState,
} from '../../contract/activities';

type Tone = 'plain' | 'good' | 'warn' | 'danger' | 'accent';

interface TagWords {
  readonly text: string;
  readonly tone: Tone;
}

export const activityKindTexts: Record<ActivityKind, string> = {
  tree_planting: '义务植树',
  elder_visit: '关爱孤寡老人',
  environment: '环境整治',
  other_volunteering: '其他志愿服务',
  legal_advice: '法律咨询',
  safety_training: '安全培训',
  law_lecture: '法制讲堂',
  film: '观影',
  eye_check: '免费眼科检查',
  heat_relief: '送清凉',
  warmth: '送温暖',
  party_day: '主题党日',
  other: '其他活动',
};

export const activityGroupTexts: Record<ActivityGroup, string> = {
  volunteering: '志愿服务',
  service: '便民服务',
  care: '送清凉送温暖',
  party: '主题党日',
  other: '其他',
};

export const activityStateTexts: Record<ActivityState, TagWords> = {
  draft: { text: '草稿', tone: 'warn' },
  published: { text: '已发布', tone: 'good' },
  cancelled: { text: '已取消', tone: 'plain' },
  finished: { text: '已结束', tone: 'plain' },
};

export const signUpStateTexts: Record<SignUpState, TagWords> = {
  going: { text: '已报名', tone: 'good' },
  waitlisted: { text: '候补中', tone: 'warn' },
  cancelled: { text: '已取消', tone: 'plain' },
  removed: { text: '已移出', tone: 'plain' },
};

const offerTexts: Record<Exclude<SignUpOffer, 'open'>, TagWords> = {
  soon: { text: '未开始报名', tone: 'plain' },
  waitlist: { text: '满员，可候补', tone: 'warn' },
  closed: { text: '报名截止', tone: 'plain' },
};

/** Fewer than this are said to be few. */
const fewPlaces = 5;

const leftTag = (left: number | null): TagWords => {
  if (left === null) return { text: '可以报名', tone: 'good' };
  return left <= fewPlaces
    ? { text: `只剩 ${left} 个名额`, tone: 'accent' }
    : { text: `还有 ${left} 个名额`, tone: 'good' };
};

/** How one stands with an activity: what is one's own first, else whether one can sign up. */
export function standingTag({
  state,
  offer,
  left,
  mine,
}: Pick<ActivityRow, 'state' | 'offer' | 'left' | 'mine'>): TagWords {
  if (state === 'cancelled') return { text: '活动已取消', tone: 'danger' };
  if (mine?.state === 'waitlisted') return waitTag(mine.waitPlace);
  if (state === 'finished') return activityStateTexts.finished;
  if (mine) return signUpStateTexts[mine.state];
  return offer === 'open' ? leftTag(left) : offerTexts[offer];
}

export function waitTag(place: number | null): TagWords {
  return { text: place === null ? '候补中' : `候补第 ${place} 位`, tone: 'warn' };
}

/** Of one's own sign-up; what became of the activity goes before it. */
export function signUpTag({
  state,
  waitPlace,
  activity,
}: Pick<SignUp, 'state' | 'waitPlace' | 'activity'>): TagWords {
  if (activity.state === 'cancelled') return { text: '活动已取消', tone: 'danger' };
  return state === 'waitlisted' ? waitTag(waitPlace) : signUpStateTexts[state];
}

/** 志愿服务 · 义务植树; the group is left out where it says no more. */
export const kindText = (kind: ActivityKind): string =>
  isVolunteering(kind) && kind !== 'other_volunteering'
    ? `${activityGroupTexts.volunteering} · ${activityKindTexts[kind]}`
    : activityKindTexts[kind];
