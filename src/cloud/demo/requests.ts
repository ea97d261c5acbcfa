import type { RequestAction, RequestActor, RequestState } from '../../contract/requests';

/** A line of a request's history. */
interface DemoEntry {
  action: RequestAction;
  to: RequestState;
  by: RequestActor;
  /** Number of the person in the demonstration's file. */
  person?: number;
  hoursAgo: number;
  words?: string;
  stars?: number;
}

export interface DemoRequest {
  /** Numbers in the demonstration's file; so with people. */
  category: number;
  requester: number;
  officer?: number;
  words: string;
  spokenWords?: boolean;
  question?: string;
  stars?: number;
  /** From now: of the state it is in. */
  dueInHours?: number;
  /** The last one is where it stands. */
  entries: readonly [DemoEntry, ...DemoEntry[]];
}

const rider = 201;
const union = 207;
const lawyer = 212;

const sent = (person: number, hoursAgo: number): DemoEntry => ({
  action: 'submit',
  to: 'submitted',
  by: 'requester',
  person,
  hoursAgo,
});
const accepted = (person: number, hoursAgo: number): DemoEntry => ({
  action: 'accept',
  to: 'accepted',
  by: 'department',
  person,
  hoursAgo,
});

/** The oldest first: so they are numbered. */
export const demoRequests: readonly DemoRequest[] = [
  {
    category: 472,
    requester: rider,
    officer: union,
    words: '下雨天送单摔了一跤，膝盖缝了三针，平台的意外险要怎么报？',
    spokenWords: true,
    stars: 5,
    entries: [
      sent(rider, 400),
      accepted(union, 396),
      {
        action: 'answer',
        to: 'answered',
        by: 'department',
        person: union,
        hoursAgo: 380,
        words:
          '请保存好病历、发票和当天的接单记录，在平台“保险理赔”里提交，48 小时内都可以报。需要帮忙填表，工作日可以到工会服务站找我。',
      },
      {
        action: 'rate',
        to: 'rated',
        by: 'requester',
        person: rider,
        hoursAgo: 360,
        words: '按您说的报上了，谢谢',
        stars: 5,
      },
    ],
  },
  {
    category: 471,
    requester: rider,
    officer: union,
    words: '换站点以后，上个月有六单的配送费一直没到账，问站长说在核。',
    dueInHours: 210,
    entries: [
      sent(rider, 60),
      accepted(union, 56),
      {
        action: 'answer',
        to: 'answered',
        by: 'department',
        person: union,
        hoursAgo: 30,
        words: '已经和站点核对，六单的配送费本周五补发。没有收到，请直接在这里追问。',
      },
    ],
  },
  {
    category: 475,
    requester: 202,
    words: '孩子放暑假没人带，附近有没有可以写作业的地方？',
    dueInHours: 20,
    entries: [sent(202, 5)],
  },
  {
    category: 471,
    requester: 203,
    officer: union,
    words: '请假三天被扣了全勤和半个月的奖励，这样合理吗？',
    question: '方便的话，请发一张扣款明细的截图，再说一下是哪个站点。',
    dueInHours: 90,
    entries: [
      sent(203, 30),
      accepted(union, 28),
      {
        action: 'ask',
        to: 'info_requested',
        by: 'department',
        person: union,
        hoursAgo: 26,
        words: '方便的话，请发一张扣款明细的截图，再说一下是哪个站点。',
      },
    ],
  },
  {
    category: 474,
    requester: rider,
    officer: lawyer,
    words: '和房东有押金纠纷，合同里没写清楚，想先问问有没有必要走调解。',
    dueInHours: 60,
    entries: [sent(rider, 20), accepted(lawyer, 4)],
  },
];
