import type { FacilityCode, StationKind, StationStatus, StationTier } from '../../contract/stations';

export const facilityNames: Record<FacilityCode, string> = {
  water: '饮水',
  hot_water: '热水',
  charging: '充电',
  e_bike_charging: '电动车充电',
  microwave: '微波炉',
  fridge: '冰箱',
  medicine_box: '药箱',
  books: '图书',
  seats: '座位',
  toilet: '卫生间',
  air_conditioning: '空调',
  wifi: 'Wi-Fi',
  lockers: '储物柜',
  rain_gear: '雨具',
  parking: '停车',
  green_channel: '绿色通道',
  open_24h: '24 小时',
};

const kindNames: Record<StationKind, string> = {
  rest_corner: '歇歇角',
  rest_area: '休息区',
  hospital: '友好医院',
  parking: '暖“新”车位',
  other: '服务点',
};

const tierNames: Record<StationTier, string> = {
  centre: '社区中心',
  station: '小区站',
  point: '服务点',
};

export const statusNames: Record<StationStatus, string> = {
  operating: '',
  suspended: '暂停服务',
  closed: '已停用',
};

/** “小区站 · 歇歇角”; a plain point is called by its kind alone. */
export function whatItIs(station: { tier: StationTier; kind: StationKind }): string {
  if (station.tier === 'point') return kindNames[station.kind];
  if (station.kind === 'other') return tierNames[station.tier];
  return `${tierNames[station.tier]} · ${kindNames[station.kind]}`;
}

export const stationTexts = {
  title: '站点',
  detailTitle: '站点',
  filters: '按设施筛选',
  openNow: '营业中',
  asList: '列表',
  asMap: '地图',
  viewAs: '显示方式',
  clear: '清除筛选',
  moreStations: '看更多站点',
  empty: '没有符合条件的站点',
  emptyHint: '少选几样设施，或者把“营业中”去掉再看看',
  emptyAll: '这里还没有站点',
  emptyAllHint: '社区正在布置，过些天再来看看',
  moreFacilities: (count: number) => `还有 ${count} 项`,
  brokenFacility: (name: string) => `${name} · 待修`,
  facilities: '设施',
  phone: '电话',
  more: '更多信息',
  capacity: '可容纳',
  capacityPeople: (count: number) => `约 ${count} 人`,
  belongsTo: '所属',
  verified: '信息核对',
  verifiedOn: (day: string) => `${day}核对过`,
  visits: '来过的人',
  visitsToday: '今天',
  visitsMonth: '本月',
  visitsCount: (count: number) => `${count} 人次`,
  visitsPeople: (count: number) => `${count} 人`,
  walkIns: (count: number) => `另有 ${count} 人由工作人员登记`,
  checkIn: '在这里签到',
  codes: '站点二维码与登记',
  codesHint: '仅社区工作人员可见',
  photos: '站点照片',
  mapOf: (community: string) => `${community}街区示意图`,
  detail: '看详情',
} as const;

export const codesTexts = {
  title: '站点二维码',
  miniProgram: '小程序码',
  rotatingHint: '放在站点屏幕上，骑手扫它签到最可信。到时自动换新。',
  printedHint: '打印张贴在站点门口。扫不了时，可以手动输入下面的编号。',
  miniProgramHint: '长按可以保存。微信扫一扫，直接打开小程序签到。',
  qrAlt: (station: string, kind: string) => `${station}的${kind}`,
  tally: '登记到访',
  tallyHint: '没有用小程序的师傅，也算进来过的人数。',
  fewer: '减一人',
  more: '加一人',
  people: (count: number) => `${count} 人`,
  save: '登记',
  saved: (count: number) => `已登记 ${count} 人`,
  poster: '打印海报、换新码',
  posterHint: 'A4、A6，可打印可下载',
} as const;
