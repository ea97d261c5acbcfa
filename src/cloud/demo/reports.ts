import type {
  ReportAction,
  ReportActor,
  ReportCategory,
  ReportPhotoKind,
  ReportState,
} from '../../contract/reports';
import type { Scene } from './scenes';

/** A line of a report's history. */
interface DemoEntry {
  action: ReportAction;
  to: ReportState;
  by: ReportActor;
  /** Number of the person in the demonstration's file. */
  person?: number;
  hoursAgo: number;
  words?: string;
  receiver?: string;
  photo?: { scene: Scene; kind: ReportPhotoKind };
}

export interface DemoReport {
  category: ReportCategory;
  eventCode: string;
  /** Number of the person in the demonstration's file; so with followers. */
  reporter: number;
  words: string;
  placeText: string;
  lat: number;
  lng: number;
  /** Whom it is with. */
  assignee?: 'department' | 'grid_member';
  followers?: readonly number[];
  question?: string;
  stars?: number;
  /** From now; negative: late. */
  dueInHours?: number;
  /** After it was handed in and looked at; the last one is where it stands. */
  entries: readonly [DemoEntry, ...DemoEntry[]];
}

const rider = 201;
const staff = 208;

const sent = (by: number, hoursAgo: number, scene: Scene): [DemoEntry, DemoEntry] => [
  {
    action: 'submit',
    to: 'submitted',
    by: 'reporter',
    person: by,
    hoursAgo,
    photo: { scene, kind: 'report' },
  },
  { action: 'screen', to: 'triage', by: 'system', hoursAgo },
];
const assigned = (hoursAgo: number): DemoEntry => ({
  action: 'assign',
  to: 'assigned',
  by: 'staff',
  person: staff,
  hoursAgo,
});
const accepted = (hoursAgo: number): DemoEntry => ({
  action: 'accept',
  to: 'in_progress',
  by: 'department',
  hoursAgo,
});

/** The oldest first: so they are numbered. */
export const demoReports: readonly DemoReport[] = [
  {
    category: 'corridor_clutter',
    eventCode: '04997',
    reporter: rider,
    words: '三单元楼道堆满纸箱，送餐只能侧着走',
    placeText: '荷塘雅苑 3 单元',
    lat: 31.8876,
    lng: 117.2541,
    assignee: 'department',
    stars: 5,
    entries: [
      ...sent(rider, 260, 'clutter'),
      assigned(250),
      accepted(248),
      {
        action: 'resolve',
        to: 'resolved',
        by: 'department',
        hoursAgo: 210,
        words: '已和住户一起清走，楼道通了',
        photo: { scene: 'clutter_cleared', kind: 'after' },
      },
      {
        action: 'confirm',
        to: 'confirmed',
        by: 'reporter',
        person: rider,
        hoursAgo: 200,
        words: '真快，谢谢',
      },
    ],
  },
  {
    category: 'other',
    eventCode: '21998',
    reporter: 203,
    words: '主路红绿灯右转箭头不亮',
    placeText: '海棠路与荷风路口',
    lat: 31.8842,
    lng: 117.2489,
    entries: [
      ...sent(203, 190, 'traffic_light'),
      {
        action: 'refer',
        to: 'not_our_remit',
        by: 'staff',
        person: staff,
        hoursAgo: 180,
        receiver: '交警大队（示例）',
        words: '信号灯由交警部门维护，我们已经转告，您也可以拨打 12345',
      },
    ],
  },
  {
    category: 'road_manhole',
    eventCode: '01010',
    reporter: rider,
    words: '井盖翘起来了，晚上骑车看不见',
    placeText: '荷风路公交站旁',
    lat: 31.8884,
    lng: 117.2508,
    assignee: 'department',
    followers: [202],
    dueInHours: 300,
    entries: [
      ...sent(rider, 96, 'manhole'),
      assigned(94),
      accepted(90),
      {
        action: 'resolve',
        to: 'resolved',
        by: 'department',
        hoursAgo: 20,
        words: '已更换井盖，并把四周填平',
        photo: { scene: 'manhole_mended', kind: 'after' },
      },
    ],
  },
  {
    category: 'e_bike_charging',
    eventCode: '04998',
    reporter: 202,
    words: '二楼窗口拉线下来给电动车充电',
    placeText: '藕塘新村 5 号楼',
    lat: 31.891,
    lng: 117.248,
    assignee: 'department',
    followers: [rider],
    dueInHours: 30,
    entries: [...sent(202, 30, 'wires'), assigned(28), accepted(26)],
  },
  {
    category: 'environment',
    eventCode: '01002',
    reporter: rider,
    words: '垃圾桶满了两天没人收，味道很大',
    placeText: '海棠花园门口',
    lat: 31.8838,
    lng: 117.2468,
    assignee: 'department',
    question: '是靠近东门的那一组，还是北门的？',
    dueInHours: 100,
    entries: [
      ...sent(rider, 26, 'rubbish'),
      assigned(24),
      accepted(22),
      {
        action: 'ask',
        to: 'info_requested',
        by: 'department',
        hoursAgo: 20,
        words: '是靠近东门的那一组，还是北门的？',
      },
    ],
  },
  {
    category: 'safety_hazard',
    eventCode: '04999',
    reporter: 203,
    words: '楼道灯坏了一周，台阶边角翘起来了',
    placeText: '清荷家园 2 号楼',
    lat: 31.8877,
    lng: 117.2592,
    assignee: 'grid_member',
    dueInHours: -2,
    entries: [...sent(203, 20, 'dark_stairs'), assigned(18)],
  },
  {
    category: 'street_trading',
    eventCode: '05004',
    reporter: 202,
    words: '水果摊占了非机动车道，早晚高峰只能走机动车道',
    placeText: '采莲路菜场东侧',
    lat: 31.881,
    lng: 117.2495,
    dueInHours: 6,
    entries: sent(202, 2, 'stall'),
  },
];
