/** What happened to a request, to whoever made it. */
export type RequestNews =
  'accepted' | 'assigned' | 'returned' | 'asked' | 'unanswered' | 'answered' | 'lapsed';

/** Never what it is about: a phone may lie where others see it. */
export interface RequestValues {
  news: RequestNews;
  number: number;
  /** The department that has it. */
  who: string | null;
  when: string | null;
}

/** What somebody who works here has to do about a request. */
export type RequestCaseNews =
  | 'new'
  | 'assigned'
  | 'replied'
  | 'followed_up'
  | 'reopened'
  | 'withdrawn'
  | 'returned'
  | 'overdue'
  | 'unread';

export interface RequestCaseValues {
  news: RequestCaseNews;
  /** null: to who may not even know which. */
  number: number | null;
  when: string | null;
}

const by = (when: string | null, what: string) => (when ? `，最晚${when}${what}` : '');

const requestTitles: Record<RequestNews, string> = {
  accepted: '诉求已受理',
  assigned: '诉求有人负责了',
  returned: '诉求正在转办',
  asked: '请补充一下您的诉求',
  unanswered: '诉求继续办理',
  answered: '诉求有答复了',
  lapsed: '诉求已办结',
};

const requestTexts: Record<RequestNews, (values: RequestValues) => string> = {
  accepted: ({ who, when }) => `${who ? `${who}已经` : '已经'}受理${by(when, '答复')}。`,
  assigned: ({ who, when }) => `交给${who ?? '专人'}办理${by(when, '答复')}。`,
  returned: () => '要换一个部门办理，社区正在转办，会再告诉您。',
  asked: ({ when }) => `需要您补充一点情况。${when ? `请在${when}前回复，过后按现有的情况办理。` : ''}`,
  unanswered: ({ when }) => `没有等到您的补充，按现有的情况继续办理${by(when, '答复')}。`,
  answered: () => '有答复了，点开看看。可以评分；没说清楚可以追问，10 天内还可以重新提出一次。',
  lapsed: () => '10 天没有新的意见，已按办结记录，没有计入评分。',
};

const requestCaseTitles: Record<RequestCaseNews, string> = {
  new: '有一条新诉求',
  assigned: '有一条诉求交给您',
  replied: '诉求人补充了情况',
  followed_up: '诉求人追问了',
  reopened: '诉求被重新提出',
  withdrawn: '诉求人撤回了诉求',
  returned: '有诉求要转办',
  overdue: '诉求超期了',
  unread: '保密诉求没有人能看',
};

const requestCaseTexts: Record<RequestCaseNews, (values: RequestCaseValues) => string> = {
  new: ({ when }) => `等您受理${by(when, '受理')}。`,
  assigned: ({ when }) => `交给您了${by(when, '答复')}。`,
  replied: ({ when }) => `有了补充，请接着办理${by(when, '答复')}。`,
  followed_up: ({ when }) => `有追问，请再答复一次${by(when, '答复')}。`,
  reopened: ({ when }) => `被重新提出，请再受理${by(when, '受理')}。`,
  withdrawn: () => '已由本人撤回，不用再办。',
  returned: ({ when }) => `被部门退回，请重新转办${by(when, '转出')}。`,
  overdue: ({ when }) => `${when ? `本应在${when}前办理，` : ''}已经超期，请尽快过问。`,
  unread: () => '有一条保密诉求超期了，可是保密名单里没有人。请在诉求类别里补上能看的人。',
};

export const aboutRequest = (values: RequestValues) => ({
  title: requestTitles[values.news],
  text: `您的 ${values.number} 号诉求${requestTexts[values.news](values)}`,
});

const numbered = (number: number | null) => (number === null ? '' : `${number} 号诉求`);

export const aboutRequestCase = (values: RequestCaseValues) => ({
  title: requestCaseTitles[values.news],
  text: `${numbered(values.number)}${requestCaseTexts[values.news](values)}`,
});
