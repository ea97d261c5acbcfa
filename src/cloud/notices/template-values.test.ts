import fc from 'fast-check';
import { breaksLimits } from '../../../tests/support/wechat-values';
import { templateValue } from './template-values';

const fields = ['thing1', 'letter2', 'symbol3', 'character_string4', 'name7', 'phrase8', 'car_number9'];

test.each([
  ['thing1', '二十个字刚刚好一二三四五六七八九十一二三', '二十个字刚刚好一二三四五六七八九十一二三'],
  ['thing1', '二十一个字一二三四五六七八九十一二三四五六', '二十一个字一二三四五六七八九十一二三四…'],
  ['thing2', '换行\n和\t制表', '换行和制表'],
  ['thing2', `${'一'.repeat(18)}👨‍👩‍👧完`, `${'一'.repeat(18)}…`],
  ['character_string1', '藕塘-007', '-007'],
  ['time2', '2026年11月23日 09:00', '2026年11月23日 09:00'],
  ['date2', '2026-11-23', '2026-11-23'],
  ['phrase3', '已经通过了呀', '已经通过了'],
  ['name4', '欧阳 Nana', '欧阳'],
  ['name4', 'Christopher Alexander Smith', 'Christopher Alexande'],
  ['number5', '3 次', '3'],
  ['amount6', '¥12.50', '¥12.50'],
])('%s: %j becomes %j', (field, value, expected) => {
  expect(templateValue(field, value)).toBe(expected);
});

test('nothing left, or a kind nobody knows, is no value', () => {
  expect(templateValue('letter1', '汉字')).toBeNull();
  expect(templateValue('thing1', ' \n ')).toBeNull();
  expect(templateValue('emoji1', 'x')).toBeNull();
});

test('whatever people write, WeChat takes what is left of it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.string({ unit: 'grapheme', maxLength: 60 }), (field, text) => {
      const value = templateValue(field, text);
      return value === null || !breaksLimits(field, value);
    }),
  );
});
