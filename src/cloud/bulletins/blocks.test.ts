import type { Block } from '../../contract/bulletins';
import { Refusal } from '../platform/refusal';
import { cleanBlocks, isLink, mediaIdsOf, plainTextOf } from './blocks';

const paragraph = (text: string, href?: string): Block => ({
  type: 'paragraph',
  runs: [{ text, ...(href !== undefined && { href }) }],
});

function wrongWith(blocks: Block[]): Record<string, string> {
  try {
    cleanBlocks(blocks);
  } catch (error) {
    if (error instanceof Refusal) return error.details.fields ?? {};
    throw error;
  }
  return {};
}

test('links lead to pages, telephones and the app, and to nothing else', () => {
  const good = [
    'https://www.hefei.gov.cn/a?b=c#d',
    'http://例子.中国/政策',
    'tel:0551-12345',
    '/stations/rider/list',
  ];
  const bad = [
    ...[
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      ' https://a.cn',
      'java\nscript:x',
      'data:text/html,x',
      '//evil.cn',
    ],
    ...[
      'https://',
      'https://bank.cn@evil.cn',
      'tel:',
      'mailto:a@b.cn',
      '/\\evil.cn',
      'https://a.cn/\u202egpj',
      'vbscript:x',
    ],
  ];
  expect(good.filter((href) => !isLink(href))).toEqual([]);
  expect(bad.filter(isLink)).toEqual([]);
});

test('a wrong link is named by its block, and said in words', () => {
  const blocks = [paragraph('一'), { type: 'divider' } as const, paragraph('二', 'javascript:alert(1)')];
  expect(wrongWith(blocks)).toEqual({ 'blocks.2.href': '链接要以 https://、http://、tel: 或 / 开头' });
});

test('what is not seen goes, what looks the same is one, what is empty is left out', () => {
  const clean = cleanBlocks([
    { type: 'heading', level: 2, text: ' 高温\u202e津贴\u0000 ' },
    { type: 'paragraph', runs: [{ text: '  六月' }, { text: '到' }, { text: '九月 ', bold: true }] },
    paragraph('\u200b \ufeff'),
    { type: 'list', isNumbered: true, items: [[{ text: '' }], [{ text: '带\r\n身份证' }]] },
  ]);
  expect(clean).toEqual([
    { type: 'heading', level: 2, text: '高温津贴' },
    { type: 'paragraph', runs: [{ text: '六月到' }, { text: '九月', bold: true }] },
    { type: 'list', isNumbered: true, items: [[{ text: '带\n身份证' }]] },
  ]);
});

test('markup is words like any others', () => {
  const blocks = cleanBlocks([paragraph('<script>alert(1)</script>')]);
  expect(plainTextOf(blocks)).toBe('<script>alert(1)</script>');
});

test('emoji of several characters stay whole', () => {
  expect(plainTextOf(cleanBlocks([paragraph('骑手👨‍👩‍👧一家')]))).toBe('骑手👨‍👩‍👧一家');
});

test('what is too much is refused where it is', () => {
  const long = paragraph('长'.repeat(2_001));
  const image = (mediaId: string): Block => ({ type: 'image', mediaId, alt: '活动现场', caption: null });
  expect(Object.keys(wrongWith([long]))).toEqual(['blocks.0.text']);
  expect(Object.keys(wrongWith([{ type: 'heading', level: 3, text: '长'.repeat(61) }]))).toEqual([
    'blocks.0.text',
  ]);
  expect(Object.keys(wrongWith([{ ...image('a'), alt: ' ' } as Block]))).toEqual(['blocks.0.alt']);
  expect(wrongWith(Array.from({ length: 21 }, (_, at) => image(String(at))))).toEqual({
    blocks: '最多 20 张图',
  });
  expect(wrongWith(Array.from({ length: 11 }, () => paragraph('长'.repeat(1_990))))).toEqual({
    blocks: '全文最多 20000 个字',
  });
});

test('a picture that stands twice is one', () => {
  const image: Block = { type: 'image', mediaId: 'a', alt: '图', caption: null };
  expect(mediaIdsOf([image, paragraph('字'), image])).toEqual(['a']);
});
