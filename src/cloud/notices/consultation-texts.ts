/** About an appointment: of `taken` and `given_back` its officer is told, of the rest who has it. */
export type ConsultationNews = 'day' | 'hour' | 'called_off' | 'moved' | 'taken' | 'given_back';

export interface ConsultationValues {
  news: ConsultationNews;
  when: string;
  /** The department. */
  who: string;
  where: string;
  reason: string | null;
}

const titles: Record<ConsultationNews, string> = {
  day: '明天有咨询预约',
  hour: '咨询快开始了',
  called_off: '咨询预约取消了',
  moved: '咨询的方式或地点变了',
  taken: '有人约了您的咨询',
  given_back: '有人取消了咨询预约',
};

const texts: Record<ConsultationNews, (values: ConsultationValues) => string> = {
  day: ({ when, who, where }) => `您约了${who} ${when} 的咨询（${where}）。来不了的话，请提前取消。`,
  hour: ({ when, who, where }) => `您约了${who} ${when} 的咨询（${where}），还有不到一小时。`,
  called_off: ({ when, who, reason }) =>
    `${who} ${when} 的咨询取消了。${reason ? `原因：${reason}。` : ''}您可以另约时间。`,
  moved: ({ when, who, where }) => `${who} ${when} 的咨询，现在是：${where}。时间不变。`,
  taken: ({ when, where }) => `${when}（${where}）约出去了，点开看当天的安排。`,
  given_back: ({ when }) => `${when} 的预约取消了，这个时段又可以约了。`,
};

export const consultationWords = (values: ConsultationValues) => ({
  title: titles[values.news],
  text: texts[values.news](values),
});
