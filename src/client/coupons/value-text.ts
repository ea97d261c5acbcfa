import type { CouponValue } from '../../contract/coupons';

/** Fen as yuan: 1250 → “12.5”. */
export const yuanText = (fen: number): string => String(fen / 100);

/** “8 折”, “满 20 减 5 元”, “盒饭 12 元”, “免费：热水”. */
export function valueText(value: CouponValue): string {
  switch (value.kind) {
    case 'percent_off':
      return `${(100 - value.percent) / 10} 折`;
    case 'amount_off': {
      const off = `减 ${yuanText(value.amountFen)} 元`;
      return value.thresholdFen > 0 ? `满 ${yuanText(value.thresholdFen)} ${off}` : off;
    }
    case 'fixed_price':
      return `${value.item} ${yuanText(value.priceFen)} 元`;
    case 'free_item':
    case 'free_check':
      return `免费：${value.item}`;
  }
}
