import type { CouponValue } from '../../contract/coupons';
import { yuanText } from './value-text';

interface Worth {
  /** To be written large: “3”, “8”, “免费”. */
  readonly big: string;
  readonly unit: string;
  /** Small below it: “满 15 可用”. */
  readonly hint: string;
}

/** What a coupon is worth, as it stands on a ticket. */
export function worthText(value: CouponValue): Worth {
  switch (value.kind) {
    case 'percent_off':
      return { big: String((100 - value.percent) / 10), unit: '折', hint: '折扣' };
    case 'amount_off': {
      const hint = value.thresholdFen > 0 ? `满 ${yuanText(value.thresholdFen)} 可用` : '立减';
      return { big: yuanText(value.amountFen), unit: '元', hint };
    }
    case 'fixed_price':
      return { big: yuanText(value.priceFen), unit: '元', hint: '特惠价' };
    case 'free_item':
      return { big: '免费', unit: '', hint: '送一份' };
    case 'free_check':
      return { big: '免费', unit: '', hint: '检查' };
  }
}
