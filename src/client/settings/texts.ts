export const meTexts = {
  title: '我的',
  signedOut: '还没有登录',
  signedOutHint: '登录后可以签到、看自己的记录',
  signIn: '登录',
  paused: '已暂停',
  inbox: '我的消息',
  unread: (count: number) => `${count} 条未读`,
  coupons: '我的券',
  pass: '骑手码',
  passHint: '到店出示，扫一下就能用券',
  membership: '我的社区身份',
  shop: '我的店',
  shopHint: '收银台、账本、店员',
  merchants: '商户入口',
  merchantsHint: '接受邀请，申请成为友好商户',
  activities: '社区活动',
  activitiesHint: '植树、看老人、讲座、观影',
  checkIns: '我的签到',
  reports: '我的随手拍',
  requests: '我的诉求',
  drafts: (count: number) => `${count} 条在手机里`,
  service: '我的志愿服务',
  serviceHint: '时长、证明、申请更正',
  points: '我的积分',
  gridTasks: '网格任务',
  gridTasksHint: '派给您的，和可以顺路核实的',
  days: '活动签到',
  daysHint: '签到、签退、出示码',
  queued: (count: number) => `${count} 次待补报`,
  settings: '设置',
  settingsHint: '字号、隐私、设备、我的数据',
  privacy: '隐私说明',
  signOut: '退出登录',
  signOutAsk: '确定退出登录？',
  signOutHint: '等着补报的签到、没提交的随手拍和诉求会留在这台手机上，只有您登录后看得到。',
  see: '看看',
  leavingOn: (moment: string) => `账号将在 ${moment} 注销`,
  desk: '工作台',
  overdue: (count: number) => `${count} 条超期`,
  waiting: (count: number) => `${count} 条待办`,
  consultations: '约咨询',
  consultationsHint: '约个时间，当面或电话说',
  desks: {
    reports: '上报处理',
    requests: '诉求办理',
    activities: '活动管理',
    requestFigures: '诉求统计',
    consultations: '咨询预约',
    workingDays: '工作日历',
    activityRules: '活动缺席规则',
    people: '人员',
    grid: '流动网格员申请',
    party: '党员报到',
    merchants: '商户',
    coupons: '优惠券',
    settlement: '优惠结算',
    flagged: '要看一看的核销',
    screenings: '内容检查',
    bulletins: '政策通知',
    openData: '数据接口',
    service: '志愿服务记录',
    points: '积分规则',
    deliveries: '微信推送情况',
    log: '操作记录',
  },
} as const;

export const appVersion = '0.1.0';

export const settingsTexts = {
  title: '设置',
  textSize: '文字大小',
  normal: '标准',
  large: '大字',
  sample: '前面路口右转，进门有热水和座位。',
  theme: '深浅色',
  themeHint: '跟着手机系统走',
  light: '现在是浅色',
  dark: '现在是深色',
  account: '账号与隐私',
  profile: '个人资料',
  ways: '登录方式',
  devices: '登录的设备',
  consents: '我同意过的',
  consentsHint: '位置、手机号等，可随时撤回',
  notices: '消息设置',
  myData: '我的数据',
  myDataHint: '拿走一份全部个人数据',
  privacy: '隐私说明',
  deletion: '注销账号',
  read: '查看',
  about: '关于',
  version: '版本',
  demo: '演示社区：站点、人物和数据均为虚构',
  signOut: '退出登录',
} as const;

/** What is asked for apart from the notice, and what follows from a no. */
export const consentTexts = {
  title: '我同意过的',
  notice: '隐私说明',
  noticeOn: (version: string, moment: string) => `${moment} 同意了 ${version} 版`,
  noticeHere: '在这台手机上同意过',
  noticeNone: '还没有同意，登录时再问您',
  items: {
    position: {
      name: '使用位置',
      hint: '找近处的站点、定位签到、在地图上标地点。只在用的时候取，只保存您确认过的地点。关掉后可以扫码签到、自己在地图上选。',
    },
    phone: {
      name: '使用手机号',
      hint: '用来登录、需要时联系您。关掉后号码从资料里删掉；只有它能登录时，仍可用它登录。',
    },
    photo_publication: { name: '公开照片', hint: '您拍的照片放进社区的公告或成果展示。关掉后不再公开新的。' },
    share_with_merchants: {
      name: '向商户提供信息',
      hint: '兑换优惠时，商户看到您的称呼。关掉后只显示“骑手”。',
    },
    party_report_in: {
      name: '党员报到',
      hint: '只有社区组织者看得到。关掉就删除报到。在“我的社区身份”里报到。',
    },
    volunteer_name: {
      name: '志愿者真实姓名',
      hint: '只写在志愿服务证明里、报给省志愿服务系统。关掉就删除。在“志愿服务”里填写。',
    },
  },
  states: { unasked: '没有问过', given: '已同意', refused: '没有同意', withdrawn: '已撤回' },
  signedOut: '登录后，同意和撤回会在您所有的设备上生效。',
} as const;

/** The privacy notice, honest to what this version does. A change of what it says needs a new version. */
export const privacyTexts = {
  title: '隐私说明',
  lead: '“暖新”由社区为骑手、快递员等朋友提供。我们只用办事必需的信息，下面用大白话说清楚。',
  retention: '各存多久',
  updated: '2026 年 11 月 28 日起适用',
  sections: [
    {
      title: '谁在用您的信息',
      lines: ['您所在社区的居民委员会（页面上方显示的社区）是处理者，信息只用于本社区的站点服务。'],
    },
    {
      title: '我们用哪些信息',
      list: [
        {
          what: '账号',
          why: '微信给出的账号标识、您的称呼、头像、在哪家跑单（可不填），用来认出是您本人。不取身份证号和通讯录。',
        },
        {
          what: '手机号',
          why: '您绑定时才有：用来登录、需要时联系您。加密保存，工作人员只看到打星号的号码。',
        },
        { what: '签到', why: '站点和时间，用来看您的签到记录，统计站点一天来了多少人。' },
        {
          what: '位置',
          why: '只在您找站点、定位签到或标地点的那一刻使用，不记录路线。签到比对完就丢掉；上报情况、填写店址时，只保存您确认过的那个地点。',
        },
        {
          what: '党员报到',
          why: '自愿填写，单独征得同意，加密保存，只有社区组织者看得到，其他人只看到总数。一点就能删除。',
        },
        {
          what: '消息',
          why: '把办理结果告诉您。您同意的，才会发到微信。',
        },
        {
          what: '随手拍',
          why: '您拍的照片、写的话和选的地点，用来派人处理。给别人看的照片去掉了拍摄地点、机型这些隐藏信息。',
        },
        {
          what: '诉求和咨询',
          why: '您写的话、照片、打的分、约的时间和备注，用来答复您。用浏览器语音输入时，声音由浏览器自带的服务识别，我们只收到文字。',
        },
        {
          what: '活动和志愿服务',
          why: '报名时填的回答、对风险提示的确认、到场和离开的时间、缺席次数，用来安排活动、记录时长。志愿者编号、特长、培训、表彰和评价记在您的志愿服务档案里；真实姓名只在您想写进证明时，单独征得同意后加密保存。',
        },
        {
          what: '看过的政策通知',
          why: '用来标出您没读过的，统计有多少人读过。',
        },
        {
          what: '被探访的老人',
          why: '姓名、住址、电话和需要帮忙的事，由社区登记，加密保存，只给当天去的志愿者看需要的几项。',
        },
        {
          what: '手机日历',
          why: '只在您点“加到手机日历”时写入一条，不读日历里的其他内容。',
        },
        {
          what: '相机和相册',
          why: '只在您扫码、拍照、选照片时使用。扫码的画面不上传，别的照片不读。',
        },
      ],
    },
    {
      title: '存在哪里，存多久',
      lines: [
        '存在社区使用的服务器上，在中国境内。运行日志不含位置、号码和姓名。',
        '没有网络时，签到、随手拍、诉求和活动签到先存在您的手机里，送到后即删除。',
      ],
    },
    {
      title: '会不会给别人',
      lines: [
        '不会卖，也不会给平台公司或商户。站点只公开人数，看不到是谁。法律要求时依法提供。',
        '随手拍会交给负责处理的部门。选了匿名的，只有社区工作人员知道是您。',
        '诉求只有您和正在办理的部门看得到；法律咨询等保密的，只有指定的人看得到。',
        '活动的报名名单给带队人和社区工作人员看；证明拿给谁，由您决定，对方核对时只看到打星号的姓名、时长和日期。',
        '受理后，随手拍的类别、状态和大致位置会公开，不带您的信息；文字和照片由工作人员看过、去掉能认出人的，才会公开。',
      ],
    },
    {
      title: '您可以做什么',
      lines: [
        '在“我的签到”里随时查看您的记录。',
        '在“设置 → 我同意过的”里随时撤回，其他功能不受影响。',
        '在“设置 → 我的数据”里拿走一份，在“个人资料”里更正，在“设置 → 注销账号”里注销。',
        '办不了的，请联系社区工作人员，我们会在 15 个工作日内办结。',
      ],
    },
    {
      title: '未满 14 周岁',
      lines: ['不能自己注册。请监护人联系社区，由社区帮忙。'],
    },
    {
      title: '怎么找到我们',
      lines: ['到社区党群服务中心，或拨打站点页面上的电话。对处理不满意，可以向网信部门投诉。'],
    },
  ],
} as const;
