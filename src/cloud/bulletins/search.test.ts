import { marksOf, searchOf, searchTextOf, snippetOf } from './search';

test('words are asked for by their pairs, single characters by themselves', () => {
  expect(searchOf('高温津贴  水 ')).toEqual({
    words: ['高温津贴', '水'],
    pairs: ['高温', '温津', '津贴'],
    characters: ['水'],
    long: ['高温津贴'],
  });
  expect(searchOf('社保')?.long).toEqual([]);
});

test('nothing is searched for without a word; what is too much is left out', () => {
  expect(searchOf('  \u200b ')).toBeNull();
  expect(searchOf(undefined)).toBeNull();
  expect(searchOf('a b c d e f g')?.words).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('letters are found in any width and size', () => {
  expect(searchTextOf('ＡＢＣ　Apple１２')).toBe('abc apple12');
  expect(marksOf('用 ＡＰＰ 报名', ['app'])).toEqual([
    { text: '用 ', isHit: false },
    { text: 'ＡＰＰ', isHit: true },
    { text: ' 报名', isHit: false },
  ]);
});

test('hits that touch or overlap are one', () => {
  expect(marksOf('高温津贴', ['高温', '温津', '津贴'])).toEqual([{ text: '高温津贴', isHit: true }]);
});

test('a letter that becomes two is marked whole', () => {
  expect(marksOf('第㈱号', ['株'])).toContainEqual({ text: '㈱', isHit: true });
});

test('a snippet is what stands around the first hit', () => {
  const text = `${'前'.repeat(60)}津贴${'后'.repeat(90)}`;
  const marks = snippetOf(text, ['津贴']);
  expect(marks.map(({ isHit }) => isHit)).toEqual([false, true, false]);
  expect(marks[0]?.text).toBe(`…${'前'.repeat(18)}`);
  expect(marks[2]?.text.endsWith('…')).toBe(true);
});

test('without a word it is how the text begins, in whole characters', () => {
  expect(snippetOf('骑手\n之家', [])).toEqual([{ text: '骑手 之家', isHit: false }]);
  expect(encodeURIComponent(snippetOf('😀'.repeat(60), [])[0]?.text ?? '')).toMatch(
    /^(%F0%9F%98%80)+%E2%80%A6$/,
  );
  expect(snippetOf('', [])).toEqual([]);
});
