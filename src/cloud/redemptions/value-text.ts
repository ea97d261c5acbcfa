import type { CouponValue } from '../../contract/coupons';

const yuan = (fen: number) => String(fen / 100);

/** 满 15 减 3, 8 折 … */
export function valueText(value: CouponValue): string {
  if (value.kind === 'percent_off') return `${(100 - value.percent) / 10} 折`;
  if (value.kind === 'amount_off')
    return value.thresholdFen === 0
      ? `减 ${yuan(value.amountFen)} 元`
      : `满 ${yuan(value.thresholdFen)} 减 ${yuan(value.amountFen)} 元`;
  if (value.kind === 'fixed_price') return `${value.item} ${yuan(value.priceFen)} 元`;
  return `免费：${value.item}`;
}
