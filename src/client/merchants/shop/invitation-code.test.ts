import { invitationIn } from './invitation-code';

test.each([
  ['m3n7r2k9tq', 'm3n7r2k9tq'],
  [' M3N7R-2K9TQ ', 'm3n7r2k9tq'],
  ['https://nuanxin.example/#/merchants/shop/mine?invitation=m3n7r2k9tq', 'm3n7r2k9tq'],
  ['https://nuanxin.example/#/merchants/shop/mine?from=wx&invitation=m3n7r2k9tq&x=1', 'm3n7r2k9tq'],
  ['m3n7r2k9t', null],
  ['https://nuanxin.example/q/m3n7r2k9tq', null],
  ['', null],
])('%s', (text, code) => {
  expect(invitationIn(text)).toBe(code);
});
