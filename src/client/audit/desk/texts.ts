import type { AuditAction } from '../../../contract/audit';
import type { GridDecision } from '../../../contract/members';
import type { MembershipStatus } from '../../../contract/people';
import type { ScreeningDecision } from '../../../contract/screenings';

export const logTexts = {
  title: '操作记录',
  lead: '谁看过个人信息、谁改了谁的权限，都在这里。记录只增不改，至少留一年。',
  deleted: '已注销的人',
  by: (name: string) => `操作人 ${name}`,
  number: (number: number) => `第 ${number} 条`,
  empty: '还没有记录',
  emptyHint: '有人查看或改动时，这里会看到',
  found: (count: number) => `看到 ${count} 人`,
  shown: (count: number) => `看到 ${count} 条`,
  given: (roles: string) => `加了${roles}`,
  taken: (roles: string) => `去掉了${roles}`,
  days: (from: string, to: string) => `${from} 至 ${to}`,
  exportTitle: '导出记录',
  exportHint: '选好起止日期，导出为 JSON 文件，里面带有防改动的校验链',
  from: '从',
  to: '到',
  export: '导出',
  wrongDays: '开始日期要在结束日期之前',
  exported: (count: number) => `已导出 ${count} 条`,
  intact: '校验链完整，没有被改动过',
  broken: (number: number) => `第 ${number} 条对不上，可能被改动过，请马上报告`,
  onDesk: '要导出，请在办公电脑的浏览器里打开“暖新”',
  fileName: (from: string, to: string) => `操作记录 ${from} 至 ${to}.json`,
} as const;

/** `subject` is whom it was about, where it was about somebody. */
export const actionTexts: Record<AuditAction, (subject: string) => string> = {
  members_listed: () => '查看了人员名单',
  member_viewed: (subject) => `查看了${subject}的资料`,
  member_status_set: (subject) => `改了${subject}的身份状态`,
  member_roles_set: (subject) => `改了${subject}的角色`,
  grid_applications_listed: () => '查看了网格员申请',
  grid_application_decided: (subject) => `答复了${subject}的网格员申请`,
  party_reports_listed: () => '查看了党员报到名单',
  case_viewed: () => '查看了一条上报',
  merchant_applicant_viewed: (subject) => `查看了商户申请人${subject}的资料`,
  merchant_application_decided: (subject) => `答复了${subject}的商户申请`,
  member_points_viewed: (subject) => `查看了${subject}的积分`,
  sign_ups_listed: () => '看了活动的报名名单',
  sign_ups_exported: () => '导出了活动的报名名单',
  sign_up_added: (subject) => `帮${subject}报名了活动`,
  sign_up_removed: (subject) => `把${subject}移出了活动报名`,
  points_corrected: (subject) => `更正了${subject}的积分`,
  point_rules_set: () => '改了积分规则',
  working_days_set: () => '改了工作日或上班时间',
  consultation_hours_set: () => '改了咨询接待时间',
  consultations_listed: () => '看了一天的咨询预约',
  screenings_listed: () => '查看了待检查的内容',
  screening_decided: () => '检查了一条内容',
  screening_rules_set: () => '改了内容检查的规则',
  report_publicity_set: () => '改了一条上报对外公开的内容',
  bulletin_scheduled: () => '定了一篇政策通知的发布时间',
  bulletin_published: () => '发布了一篇政策通知',
  bulletin_edited: () => '改了一篇已发布的政策通知',
  bulletin_withdrawn: () => '撤下了一篇政策通知',
  api_key_created: () => '新开了一把数据接口密钥',
  api_key_revoked: () => '停用了一把数据接口密钥',
  attendances_viewed: () => '查看了一次活动的签到名单',
  attendances_mended: () => '更正了一次活动的签到',
  no_show_forgiven: (subject) => `不再计${subject}的一次缺席`,
  activity_rules_set: () => '改了活动缺席的规则',
  audit_exported: () => '导出了操作记录',
  delivery_retried: () => '重发了一条微信消息',
  original_photo_viewed: () => '查看了一张上报照片的原图',
  request_viewed: () => '查看了一条诉求',
  confidential_request_viewed: () => '查看了一条保密诉求',
  request_readers_set: (subject) => `改了${subject}查看保密诉求的权限`,
  request_categories_set: () => '改了诉求的类别',
};

export const statusNames: Record<MembershipStatus, string> = {
  joined: '改为已加入',
  verified: '改为已核实',
  paused: '改为已暂停',
};

export const decisionNames: Record<GridDecision | ScreeningDecision, string> = {
  approve: '同意',
  decline: '不同意',
  pass: '通过',
  reject: '不通过',
};
