import { importLimits } from '../../contract/merchant-imports';
import { merchantLimits, type MerchantCategory } from '../../contract/merchants';

/** The columns of a spreadsheet of shops, in the template's order. */
export const headings = {
  name: '店名',
  category: '类别',
  address: '地址',
  lng: '经度',
  lat: '纬度',
  hours: '营业时间',
  phone: '电话',
  agreementFrom: '协议开始',
  agreementTo: '协议结束',
} as const;

export type ColumnName = keyof typeof headings;

export const optionalColumns: readonly ColumnName[] = ['phone', 'agreementFrom', 'agreementTo'];

export const categoryNames: Record<MerchantCategory, string> = {
  catering: '餐饮',
  health: '健康',
  education: '学习',
  other: '其他',
};

/** Begins the name of the template's example, which is left out. */
export const exampleMark = '（示例）';

export const exampleRow: Record<ColumnName, string> = {
  name: `${exampleMark}荷风面馆`,
  category: '餐饮',
  address: '荷风路 12 号',
  lng: '117.2514',
  lat: '31.8868',
  hours: '周一至周五 08:00-12:00 14:00-18:00；周六日 09:00-17:00',
  phone: '0551-12345678',
  agreementFrom: '2026-01-01',
  agreementTo: '2026-12-31',
};

/** What the template says of each column. */
export const columnNotes: Record<ColumnName, string> = {
  name: `必填，最多 ${merchantLimits.nameLength} 字。以“${exampleMark}”开头的行不会导入`,
  category: `必填，${Object.values(categoryNames).join('、')} 四选一`,
  address: `必填，最多 ${merchantLimits.addressLength} 字，写到门牌号`,
  lng: '必填，腾讯或高德地图上的经度（GCJ-02），例如 117.2514',
  lat: '必填，腾讯或高德地图上的纬度（GCJ-02），例如 31.8868',
  hours:
    '必填。先写哪几天，再写几点到几点，不同的天用“；”隔开。没写到的天算休息。也可以写“每天 09:00-21:00”“周一三五 全天”“周六至周一 17:00-次日02:00”',
  phone: '选填，数字、+、- 和空格',
  agreementFrom: '选填，日期，例如 2026-01-01',
  agreementTo: '选填，日期，不早于协议开始',
};

export const sheetTexts = {
  fileName: '商户导入模板.xlsx',
  shops: '商户',
  notes: '填写说明',
  notesHeading: ['列', '怎么填'],
  general: [
    '怎么用',
    `在“商户”这一页填写，一行一家，最多 ${importLimits.rows} 家。填好后上传，先检查，没有问题再导入；导入的都是待审核，不会马上公开。`,
  ],
} as const;

export const cellTexts = {
  missing: '请填写',
  tooLong: (most: number) => `太长了，最多 ${most} 字`,
  category: `请填 ${Object.values(categoryNames).join('、')} 中的一个`,
  number: '请填数字，例如 117.2514',
  lng: '经度要在 -180 到 180 之间',
  lat: '纬度要在 -90 到 90 之间，是不是和经度填反了',
  far: (km: number) => `离社区约 ${km} 公里，请核对经纬度`,
  phone: '请填 3–30 位数字，可以带 + - 和空格',
  date: '请填日期，例如 2026-01-01',
  dates: '不能早于协议开始',
  repeated: (row: number) => `和第 ${row} 行是同一家（店名、地址都一样）`,
  known: '已经有这家店了（店名、地址都一样）',
  headings: (names: readonly string[]) => `少了这些列：${names.join('、')}`,
} as const;
