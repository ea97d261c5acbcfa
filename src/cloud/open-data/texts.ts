import type { ReportCategory, ReportState } from '../../contract/reports';

/** Services by their codes: what people report, in their words. */
export const services: Record<ReportCategory, { name: string; description: string }> = {
  food_safety: { name: '食品卫生', description: '餐饮、摊点的卫生问题' },
  street_trading: { name: '占道经营', description: '占用人行道、车道、消防通道做生意' },
  safety_hazard: { name: '安全隐患', description: '消防、用电、坠物等可能伤人的隐患' },
  environment: { name: '环境整治', description: '垃圾、污水、积水、脏乱' },
  e_bike_charging: { name: '电动车飞线、进楼', description: '飞线充电、电动车进楼进电梯' },
  corridor_clutter: { name: '楼道堆物', description: '楼道、安全出口堆放杂物' },
  road_manhole: { name: '路面、井盖', description: '路面破损、井盖缺失或松动' },
  other: { name: '其他', description: '其他需要社区知道的事' },
};

export const stateNames: Record<ReportState, string> = {
  submitted: '已提交',
  screening: '审核中',
  triage: '待分派',
  assigned: '待接单',
  in_progress: '处理中',
  info_requested: '等上报人补充',
  scheduled: '已排期',
  transferred: '已转出',
  resolved: '已处理',
  confirmed: '已办结',
  rejected: '未受理',
  not_our_remit: '不归社区管',
  duplicate: '已并入同一件',
  withdrawn: '已撤回',
  reopen_requested: '申请重开',
};

export const unconfirmedName = '已处理，上报人未回应';

export const errors = {
  jurisdiction: '没有这个 jurisdiction_id，可用的见 /open311/discovery.json',
  jurisdictionMissing: '这里服务不止一个社区，请给出 jurisdiction_id',
  notFound: '没有找到，或者没有公开',
  apiKeyMissing: '请给出 api_key',
  apiKeyWrong: 'api_key 不对、已停用，或者不是这个社区的',
  serviceUnknown: '请给出有效的 service_code，可用的见 services',
  location: '请给出 lat 和 long：WGS 84，度，要在社区里或附近',
  range: '一次最多查 90 天，请分段查',
  date: '应为带时区的 ISO 8601 时间，如 2026-11-23T09:00:00+08:00',
  description: 'description 最多 500 字',
  mediaUrl: 'media_url 应为 400 字以内的 http 或 https 网址',
  status: 'status 应为 open、closed，或两者用逗号隔开',
  page: 'page 从 1 到 1000，page_size 从 1 到 200',
  bbox: 'bbox 应为 west,south,east,north：WGS 84，度',
  id: 'service_request_id 应为数字，多个用逗号隔开，最多 50 个',
} as const;

export const accepted =
  '已收到，社区核实后受理。凭 token 可查受理编号。为保护个人信息，姓名、电话、邮箱不保存。';
