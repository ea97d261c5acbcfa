import fc from 'fast-check';
import { fieldOf, formatted, runsOf } from './inline';

test('bold words, links, and bold links', () => {
  expect(runsOf('请看**原文**和[官网](https://a.cn/b)，**[这里](/stations/rider/list)**。')).toEqual([
    { text: '请看' },
    { text: '原文', bold: true },
    { text: '和' },
    { text: '官网', href: 'https://a.cn/b' },
    { text: '，' },
    { text: '这里', bold: true, href: '/stations/rider/list' },
    { text: '。' },
  ]);
});

test('what is no format stays words', () => {
  for (const text of ['2*3=6', '**', '[注]见下', '[](x)', '(一)', '**没有完', '【重要】']) {
    expect(
      runsOf(text)
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
    expect(runsOf(text).some(({ bold, href }) => bold || href)).toBe(false);
  }
});

test('whatever is written comes back as it was', () => {
  const run = fc.record({
    text: fc.string({ minLength: 1 }),
    bold: fc.option(fc.constant(true as const), { nil: undefined }),
    href: fc.option(fc.constantFrom('https://a.cn/b(c)?d=[e]*', 'tel:110', '/a/b'), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(run, { maxLength: 5 }), (runs) => {
      const back = runsOf(fieldOf(runs));
      const whole = (list: readonly { text: string }[]) => list.map(({ text }) => text).join('');
      expect(whole(back)).toBe(whole(runs));
      expect(whole(back.filter(({ bold }) => bold))).toBe(whole(runs.filter(({ bold }) => bold)));
      expect(back.filter(({ href }) => href).length).toBe(runs.filter(({ href }) => href).length);
    }),
  );
});

test('words that are there are made bold or a link, others are not', () => {
  expect(formatted('拨打 12333 咨询', '12333', { isBold: true, href: 'tel:12333' })).toBe(
    '拨打 **[12333](tel:12333)** 咨询',
  );
  expect(formatted('拨打咨询', '12333', { isBold: true, href: '' })).toBeNull();
  expect(formatted('拨打咨询', ' ', { isBold: true, href: '' })).toBeNull();
});
