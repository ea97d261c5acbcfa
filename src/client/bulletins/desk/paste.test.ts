import { blocksOfText, isSeveral } from './paste';

test('a text of Word becomes paragraphs and lists', () => {
  const word =
    '一、谁能领\r\n\r\n外卖、快递骑手\u00a0都能领。\r\n•\t带身份证\r\n•\t带接单截图\r\n1. 先登记\r\n2. 再审核\r\n';
  expect(blocksOfText(word)).toEqual([
    { type: 'paragraph', text: '一、谁能领' },
    { type: 'paragraph', text: '外卖、快递骑手 都能领。' },
    { type: 'list', isNumbered: false, items: ['带身份证', '带接单截图'] },
    { type: 'list', isNumbered: true, items: ['先登记', '再审核'] },
  ]);
});

test('a single line that begins like an item is a sentence', () => {
  expect(blocksOfText('1. 先登记')).toEqual([{ type: 'paragraph', text: '1. 先登记' }]);
});

test('an empty line and several lines at once make several blocks, one new line does not', () => {
  expect(isSeveral('第一行', '第一行\n')).toBe(false);
  expect(isSeveral('第一行\n', '第一行\n\n')).toBe(true);
  expect(isSeveral('', '一\n二\n三')).toBe(true);
  expect(isSeveral('很长的一段', '很长')).toBe(false);
});
