/** What is kept how long, and the job that sees to it. People read this in the privacy notice, developers in the README. */
export interface RetentionRule {
  /** zh-CN, for people. */
  readonly what: string;
  readonly kept: string;
  /** Name of the cloud's recurring job. */
  readonly job: string;
}

export const retention: readonly RetentionRule[] = [
  { what: '登录状态', kept: '30 天不用就失效并删除', job: 'sessions_purge' },
  { what: '短信验证码', kept: '5 分钟', job: 'sessions_purge' },
  { what: '签到记录', kept: '24 个月，之后只留次数，不再对应到人', job: 'check_ins_anonymise' },
  { what: '防重复签到的时间', kept: '4 天', job: 'check_ins_purge' },
  {
    what: '参加活动的签到和签退',
    kept: '24 个月，之后只留次数，不再对应到人',
    job: 'attendances_anonymise',
  },
  { what: '报名没有到场的记录', kept: '18 个月', job: 'no_shows_purge' },
  { what: '优惠券的领取和使用', kept: '12 个月，之后只留次数，不再对应到人', job: 'coupons_anonymise' },
  { what: '没有用成优惠券的原因', kept: '90 天', job: 'coupon_refusals_purge' },
  { what: '积分来自哪次签到、换了哪张券', kept: '24 个月，之后只留分数和日期', job: 'points_unlink' },
  { what: '公开之前检查过的文字和结果', kept: '30 天，之后只留次数', job: 'screenings_purge' },
  {
    what: '谁上报的随手拍、写了什么',
    kept: '办结后 24 个月，之后只留类别、位置和结果',
    job: 'reports_anonymise',
  },
  { what: '谁看过哪篇政策和通知', kept: '90 天，之后只留次数', job: 'bulletin_readers_purge' },
  {
    what: '谁提的诉求、双方说了什么',
    kept: '办结后 24 个月，之后只留类别、时间和评分',
    job: 'requests_anonymise',
  },
  { what: '探访老人的姓名、住址和电话', kept: '探访结束后 30 天', job: 'elder_visits_purge' },
  { what: '约咨询的人和说明', kept: '12 个月，之后只留日期、部门和结果', job: 'consultations_anonymise' },
  { what: '谁报名了活动、填了什么', kept: '活动结束后 24 个月，之后只留人数', job: 'sign_ups_anonymise' },
  { what: '报名和预约占用的时间（防止撞期）', kept: '结束后 7 天', job: 'agendas_purge' },
  { what: '更正服务时长时写的话', kept: '答复后 24 个月，之后只留时长', job: 'service_words_purge' },
  { what: '重复提交的记录', kept: '24 小时', job: 'idempotency_keys_purge' },
  { what: '已读的消息', kept: '180 天', job: 'notices_purge' },
  { what: '导出的数据', kept: '24 小时', job: 'data_exports_expire' },
  { what: '没有传完的照片', kept: '24 小时', job: 'uploads_purge' },
  { what: '传了没用上的照片', kept: '7 天', job: 'media_purge' },
  { what: '上报隐患时的原图', kept: '30 天，之后只留缩小的照片', job: 'media_originals_purge' },
  { what: '已删除照片的文件', kept: '1 小时', job: 'media_objects_sweep' },
  { what: '申请注销的账号', kept: '7 天，之后删除，只留次数', job: 'people_deletion' },
  { what: '访问次数（防滥用，不含网址和号码）', kept: '最多 24 小时', job: 'rate_limits_purge' },
  { what: '工作人员查看和改动的记录', kept: '12 个月', job: 'audit_entries_purge' },
];
