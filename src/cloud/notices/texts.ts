import type { NoticeKind } from '../../contract/notices';

/** What each kind is told with. Names of these values are what a template's fields are filled from. */
export interface NoticeValues {
  grid_decision: { community: string; isApproved: boolean; number: string | null; reason: string | null };
  merchant_decision: { community: string; merchant: string; isApproved: boolean; reason: string | null };
  redemption: { merchant: string; coupon: string; reason: string };
  membership: { community: string; change: 'verified' | 'paused' | 'resumed'; reason: string | null };
  roles: { community: string; given: string; taken: string };
  points: { community: string; amount: number; balance: number; reason: string };
  account: { event: 'export_ready' | 'merged' };
}

interface Words {
  title: string;
  text: string;
}

type Tellers = { [Kind in NoticeKind]: (values: NoticeValues[Kind]) => Words };

const because = (reason: string | null) => (reason ? `原因：${reason}` : '');

const membershipWords = {
  verified: { title: '身份已核实', text: (community: string) => `${community}的工作人员核实了您的身份。` },
  paused: {
    title: '社区身份已暂停',
    text: (community: string) => `您在${community}的身份暂停了，签到和站点照常可用。`,
  },
  resumed: { title: '社区身份已恢复', text: (community: string) => `您在${community}的身份恢复了。` },
};

const accountWords = {
  export_ready: { title: '您的数据准备好了', text: '可以在“我的数据”里打开，链接 24 小时内有效。' },
  merged: { title: '两个账号已合成一个', text: '签到记录和身份都在，原来的登录方式都能用。' },
};

/** Every text a notice has, in one place. Titles have at most 20 characters, so that WeChat takes them whole. */
export const tell: Tellers = {
  grid_decision: ({ community, isApproved, number, reason }) =>
    isApproved
      ? { title: '网格员申请通过了', text: `欢迎加入${community}流动网格员，您的编号是 ${number ?? ''}。` }
      : { title: '网格员申请没有通过', text: `${because(reason)}。补充后可以再申请。` },
  merchant_decision: ({ community, merchant, isApproved, reason }) =>
    isApproved
      ? { title: '商户申请通过了', text: `${merchant}已加入${community}暖心联盟，您可以开始核销优惠券。` }
      : { title: '商户申请没有通过', text: `${because(reason)}。补充后可以再申请。` },
  redemption: ({ merchant, coupon, reason }) => ({
    title: '店家撤销了一次核销',
    text: `${merchant}撤销了“${coupon}”的核销。${because(reason)}。券没过期的话，可以再用。`,
  }),
  membership: ({ community, change, reason }) => ({
    title: membershipWords[change].title,
    text: membershipWords[change].text(community) + because(reason),
  }),
  roles: ({ community, given, taken }) => ({
    title: '您的工作角色有变化',
    text: [`在${community}：`, given && `加了${given}。`, taken && `去掉了${taken}。`].join(''),
  }),
  points: ({ community, amount, balance, reason }) => ({
    title: '积分有更正',
    text: `在${community}${amount > 0 ? '加了' : '减了'} ${Math.abs(amount)} 积分，现在有 ${balance} 积分。${because(reason)}`,
  }),
  account: ({ event }) => accountWords[event],
};
