import { valueText, yuanText } from './value-text';

test('says what a coupon is worth', () => {
  expect(valueText({ kind: 'percent_off', percent: 20 })).toBe('8 折');
  expect(valueText({ kind: 'percent_off', percent: 15 })).toBe('8.5 折');
  expect(valueText({ kind: 'amount_off', amountFen: 500, thresholdFen: 2000 })).toBe('满 20 减 5 元');
  expect(valueText({ kind: 'amount_off', amountFen: 250, thresholdFen: 0 })).toBe('减 2.5 元');
  expect(valueText({ kind: 'fixed_price', priceFen: 1200, item: '盒饭' })).toBe('盒饭 12 元');
  expect(valueText({ kind: 'free_item', item: '热水' })).toBe('免费：热水');
  expect(valueText({ kind: 'free_check', item: '量血压' })).toBe('免费：量血压');
});

test('fen as yuan', () => {
  expect([0, 5, 1250, 300].map(yuanText)).toEqual(['0', '0.05', '12.5', '3']);
});
