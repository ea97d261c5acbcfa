/** What happened to hours of service or to a proof of them; `asked` goes to who decides. */
type ServiceNews =
  | 'recorded'
  | 'graded'
  | 'asked'
  | 'corrected'
  | 'declined'
  | 'honoured'
  | 'sealed'
  | 'superseded'
  | 'revoked';

export interface ServiceValues {
  news: ServiceNews;
  /** The activity, the honour or the number of the proof. */
  what: string;
  /** Hours as a person says them; empty where there are none. */
  hours: string;
  words: string | null;
}

const said = (words: string | null) => (words ? `：${words}` : '');

const titles: Record<ServiceNews, string> = {
  recorded: '志愿服务记好了',
  graded: '收到服务评价',
  asked: '有志愿者申请更正时长',
  corrected: '服务时长更正了',
  declined: '服务时长没有更正',
  honoured: '志愿者档案有新内容',
  sealed: '服务证明已盖章',
  superseded: '服务证明要重新开',
  revoked: '服务证明已撤销',
};

const texts: Record<ServiceNews, (values: ServiceValues) => string> = {
  recorded: ({ what, hours }) => `“${what}”记了 ${hours}。谢谢您！觉得不对，可以申请更正。`,
  graded: ({ what, words }) => `“${what}”的评价：${words ?? ''}`,
  asked: ({ what, hours, words }) => `“${what}”，想更正为 ${hours}${said(words)}。请看看。`,
  corrected: ({ what, hours, words }) => `“${what}”现在记 ${hours}${said(words)}。`,
  declined: ({ what, hours, words }) => `“${what}”仍记 ${hours}${said(words)}。`,
  honoured: ({ what }) => `记下了“${what}”。`,
  sealed: ({ what }) => `证明 ${what} 已由社区盖章，可以查验。`,
  superseded: ({ what }) => `证明 ${what} 里的时长更正过了，原来的不再有效，可以免费重开一张。`,
  revoked: ({ what, words }) => `证明 ${what} 已撤销${said(words)}。`,
};

export const aboutService = (values: ServiceValues) => ({
  title: titles[values.news],
  text: texts[values.news](values),
});
