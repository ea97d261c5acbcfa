/** Words of the parts that every form about a shop has. */
export const formTexts = {
  name: '店名',
  namePlaceholder: '和招牌上一样，例如 荷风面馆',
  category: '类别',
  address: '地址',
  addressPlaceholder: '街道、门牌号，例如 荷风路 12 号',
  phone: '电话（选填）',
  phonePlaceholder: '骑手打得通的号码',
  missing: '请填写',
  phoneWrong: '请填 3–30 位数字，可以带 + - 和空格',
} as const;

export const positionTexts = {
  title: '位置',
  hint: '骑手靠它找到店、按远近排序。在地图上选，或者站在店门口用手机定位。',
  onMap: '在地图上选',
  pickTitle: '店在哪里',
  pickedOnMap: (accuracyM: number) => `已在地图上选好，误差约 ${accuracyM} 米`,
  here: '用我现在的位置',
  locating: '正在定位',
  found: (accuracyM: number) => `已定位，误差约 ${accuracyM} 米`,
  failed: '没能定位。可以再试，或者在地图上选。',
  refused: '没有使用您的位置。可以在地图上选。',
  lng: '经度',
  lat: '纬度',
  lngPlaceholder: '例如 117.25010',
  latPlaceholder: '例如 31.88620',
  picked: '腾讯、高德地图上查到的经纬度可以直接填',
  wrong: '请填数字，例如 117.25010',
  far: (km: number) => `离社区中心约 ${km} 公里，请核对经度和纬度有没有填反`,
} as const;

export const hoursTexts = {
  title: '营业时间',
  hint: '点一天来改',
  isOpen: (day: string) => `${day}营业`,
  wholeDay: '全天营业',
  wholeDayOf: (day: string) => `${day}全天营业`,
  opens: (at: number) => `第 ${at} 段从`,
  closes: (at: number) => `第 ${at} 段到`,
  opensOnly: '从',
  closesOnly: '到',
  nextDay: '到第二天',
  add: '再加一段',
  remove: (at: number) => `去掉第 ${at} 段`,
  toWeekdays: '用到周一至周五',
  toAll: '用到每一天',
  copied: '已用到这些天',
  overlap: '有两段时间重叠了，请改一下',
  exceptions: (count: number) => `另有 ${count} 天的临时调整，会原样保留`,
} as const;

export const photosTexts = {
  title: '照片',
  hint: (max: number) => `最多 ${max} 张：门头、店里、招牌菜。第一张会当封面。`,
  add: '加一张照片',
  remove: (at: number) => `去掉第 ${at} 张`,
  removeAsk: '去掉这张照片？',
  removeHint: '骑手马上就看不到它了。',
  removeConfirm: '去掉',
  unreadable: '这张图片打不开，请换一张 JPG、PNG 或 WebP 的',
  photo: (shop: string, at: number) => `${shop}的照片 ${at}`,
} as const;
