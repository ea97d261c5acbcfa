import type { ActivityKind, Question } from '../../contract/activities';

export interface DemoActivity {
  kind: ActivityKind;
  title: string;
  description: string;
  /** At the community's largest station, or in words. */
  placeText: string | null;
  /** From the next Saturday: 0 is that day, -7 the one before. */
  day: number;
  /** By the community's clock. */
  from: number;
  hours: number;
  capacity: number | null;
  minimum?: number;
  questions?: readonly Question[];
  risk?: { notice: string; insurance: string };
  /** Accounts of the demonstration. */
  going: readonly string[];
}

export const demoActivities: readonly DemoActivity[] = [
  {
    kind: 'tree_planting',
    title: '藕塘公园义务植树',
    description: '一起给公园东侧补种 60 棵香樟。铁锹、水桶和树苗都备好了，穿防滑的鞋，带上水杯就行。',
    placeText: '藕塘公园东门集合',
    day: 0,
    from: 9,
    hours: 2.5,
    capacity: 20,
    minimum: 6,
    questions: [
      {
        id: 'gloves',
        kind: 'single',
        label: '手套尺码',
        isRequired: true,
        options: ['小号', '中号', '大号'],
      },
      { id: 'note', kind: 'text', label: '想告诉我们的', isRequired: false, options: [] },
    ],
    risk: {
      notice: '会用到铁锹，地面湿滑。挥锹时请和旁边的人隔开两米，不舒服马上告诉领队。',
      insurance: '社区给每位参加的人上了当天的意外险，最高 10 万元。',
    },
    going: ['rider-2'],
  },
  {
    kind: 'elder_visit',
    title: '陪独居老人说说话',
    description: '两人一组，去看望社区里的独居老人，帮忙换换灯泡、读读报纸。老人的地址在前一天晚上才会显示。',
    placeText: null,
    day: 1,
    from: 14,
    hours: 2,
    capacity: 8,
    going: ['rider-3'],
  },
  {
    kind: 'legal_advice',
    title: '律师坐诊：劳动和交通事故',
    description: '司法所请来两位律师，合同、工伤、交通事故都能问。带上相关材料，聊得更清楚。',
    placeText: null,
    day: 4,
    from: 19,
    hours: 2,
    capacity: 15,
    going: [],
  },
  {
    kind: 'film',
    title: '周末观影：奇迹·笨小孩',
    description: '爆米花和热茶管够，带家人一起来。',
    placeText: null,
    day: -15,
    from: 19,
    hours: 2,
    capacity: null,
    going: [],
  },
];
