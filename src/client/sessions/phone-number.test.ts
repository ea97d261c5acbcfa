import { phoneIn, phoneText } from './phone-number';

test.each(['13800138000', '138 0013 8000', '+86 138-0013-8000', '8613800138000'])(
  '%s is a number',
  (text) => {
    expect(phoneIn(text)).toBe('+8613800138000');
  },
);

test.each(['', '1380013800', '12800138000', '138001380000', 'abc'])('%j is none', (text) => {
  expect(phoneIn(text)).toBeNull();
});

test('is shown in groups', () => {
  expect(phoneText('+8613800138000')).toBe('138 0013 8000');
});
