/** What happened to an activity, or to somebody's sign-up. */
export type ActivityNews =
  | 'promoted'
  | 'moved_back'
  | 'changed'
  | 'cancelled'
  | 'removed'
  | 'signed_up'
  | 'waitlisted'
  | 'day_before'
  | 'hour_before'
  | 'minimum_missed'
  | 'leading';

export interface ActivityValues {
  news: ActivityNews;
  /** Its title. */
  activity: string;
  /** When it begins. */
  when: string;
  place: string;
  /** A reason, or what has changed. */
  words: string | null;
}

const titles: Record<ActivityNews, string> = {
  promoted: '候补成功，您有名额了',
  moved_back: '您转为候补了',
  changed: '活动有变动',
  cancelled: '活动取消了',
  removed: '您的报名被移出了',
  signed_up: '社区帮您报了名',
  waitlisted: '社区帮您排了候补',
  day_before: '别忘了您报名的活动',
  hour_before: '活动快开始了',
  minimum_missed: '活动报名人数还不够',
  leading: '有一场活动由您带队',
};

const because = (words: string | null) => (words ? `原因：${words}。` : '');

const texts: Record<ActivityNews, (values: ActivityValues) => string> = {
  promoted: ({ when, place }) => `有名额了，${when}，${place}。来不了的话，请在活动里取消报名，让给别人。`,
  moved_back: ({ words }) => `的名额有调整，您转为候补。${because(words)}有人退出时会按顺序补上。`,
  changed: ({ words, when, place }) => `${words ?? '有变动'}：${when}，${place}。来不了的话，请取消报名。`,
  cancelled: ({ when, words }) => `原定${when}，现在取消了。${because(words)}`,
  removed: ({ words }) => `的报名被社区移出了。${because(words)}`,
  signed_up: ({ when, place }) => `社区帮您报了名，${when}，${place}。来不了的话，请取消报名。`,
  waitlisted: () => '名额满了，社区帮您排了候补，有名额会告诉您。',
  day_before: ({ when, place }) => `${when}开始，${place}。来不了的话，请现在取消，让给候补的人。`,
  hour_before: ({ when, place }) => `${when}开始，${place}。路上注意安全。`,
  minimum_missed: ({ when }) => `${when}开始，报名的人还没到最少人数，请决定照常办、再招人还是取消。`,
  leading: ({ when, place }) => `由您带队，${when}，${place}。`,
};

/** Every text about activities; titles have at most 20 characters. */
export const activityWords = (values: ActivityValues) => ({
  title: titles[values.news],
  text: `“${values.activity}”${texts[values.news](values)}`,
});
