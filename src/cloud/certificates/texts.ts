import type { CertificateState } from '../../contract/certificates';

export const stateNames: Record<CertificateState, string> = {
  platform: '平台记录',
  sealed: '已盖章',
  superseded: '已被更正取代',
  revoked: '已撤销',
};

/** `藕塘社区`, 2026, 7 → `藕塘志证-2026-0007` */
export const certificateNumber = (community: string, year: number, number: number): string =>
  `${community.replace(/社区$/, '')}志证-${year}-${String(number).padStart(4, '0')}`;

/** 陈小明 → 陈＊明, 王芳 → 王＊, 阿 → ＊ */
export function maskName(name: string): string {
  const letters = Array.from(name);
  const [first = '', ...rest] = letters;
  if (letters.length < 2) return '＊';
  if (letters.length === 2) return `${first}＊`;
  return `${first}${'＊'.repeat(rest.length - 1)}${rest.at(-1) ?? ''}`;
}

export const certificateTexts = {
  gone: '持有人已注销账号或离开社区',
  nameGone: '（已注销）',
  papersBusy: '正在下载证明的人较多，请稍后再试',
  pdfName: (number: string) => `志愿服务记录证明 ${number}.pdf`,
  days: (from: string, to: string) => `${from} 至 ${to}`,
} as const;

/** What stands on the paper. */
export const paperTexts = {
  title: '志愿服务记录证明',
  number: (number: string) => `证明编号：${number}`,
  name: '姓名',
  nickname: '称呼',
  volunteerNumber: '志愿者编号',
  span: '服务期间',
  total: '服务总时长',
  totalOf: (duration: string, times: number) => `${duration}，共 ${times} 次`,
  identity: '证件类型及号码',
  identityHint: '平台不收集证件号码，以志愿者编号为准',
  headings: ['日期', '服务内容', '地点', '时长', '评价'] as const,
  issuer: '出具单位',
  head: '负责人',
  handler: '经办人',
  contact: '联系方式',
  date: '出具日期',
  seal: '用章编号',
  blank: '—',
  platform: '平台记录：本页由“暖新”平台按服务记录生成，未加盖公章，供查询核对。',
  sealed: (number: string, day: string) => `已于 ${day} 加盖公章，用章编号 ${number}。`,
  superseded: '本证明所载时长已更正，请以重新出具的证明为准。',
  revoked: (reason: string) => `本证明已撤销：${reason}`,
  verify: '扫码或在网页上输入查验码核对',
  code: (code: string) => `查验码 ${code.replace(/(.{4})(?=.)/g, '$1 ')}`,
  law: '依据《志愿服务条例》第十九条，志愿服务记录证明免费出具。',
  page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
} as const;
