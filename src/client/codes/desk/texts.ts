import type { ResolvedCode } from '../../../contract/codes';

type Target = ResolvedCode['target'];

/** What stands on paper. */
export const paperTexts: Record<
  Target,
  { head: string; steps: readonly [string, string, string]; foot: (community: string) => string }
> = {
  station: {
    head: '暖新 · 歇脚签到',
    steps: ['微信扫一扫，对准二维码', '打开“暖新”，点一下签到', '坐一坐、喝口水，路上慢点'],
    foot: (community) => `${community} · 暖心驿站`,
  },
  merchant: {
    head: '暖新 · 骑手优惠',
    steps: ['微信扫一扫，对准二维码', '选一张能用的优惠券', '给店员看手机，确认就好'],
    foot: (community) => `${community} · 暖心联盟商户`,
  },
};

export const paperWords = {
  typed: '扫不了？打开“暖新”输入编号',
} as const;

export const posterTexts = {
  title: '打印海报',
  format: '纸张',
  formats: { a4: 'A4', a6: 'A6', four: 'A4 裁四张' },
  formatHints: {
    a4: '贴在门口、墙上，远处也看得清',
    a6: '立在柜台、桌面上',
    four: '一张 A4 上四张 A6，沿虚线裁开',
  },
  kind: '用哪种码',
  kinds: { qr: '二维码', miniProgram: '小程序码' },
  kindHints: {
    qr: '微信和浏览器都能扫，适合大多数地方',
    miniProgram: '只能用微信扫，直接打开小程序',
  },
  print: '打印',
  printHint: '打印时边距选“无”、缩放选 100%，二维码才是原来的大小。',
  png: '下载图片（PNG）',
  svg: '下载矢量图（SVG）',
  pngFailed: '这个浏览器画不了图片，请换矢量图或直接打印',
  fileName: (name: string, format: string) => `${name}-海报-${format}`,
  preview: (name: string) => `${name}的海报`,
  onPhone: '要打印，请在电脑上打开这个网址',
  copyLink: '复制网址',
  copied: '网址已复制',
  replace: '换一个新码',
  replaceLead: '海报丢了、被涂改，或者被人拿去别处用，就换一个新码。',
  replaceAsk: (name: string) => `给“${name}”换一个新码？`,
  replaceHint: '旧海报上的码马上停用，扫了会提示“这个码已停用”。换好后，请打印新海报贴上。',
  replaced: '已换新码，请重新打印',
} as const;
