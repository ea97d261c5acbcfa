import { stretchesOf } from './marked-text';

const hit = (start: number, end: number) => ({ start, end, category: 'abuse' as const });
const read = (text: string, ...hits: ReturnType<typeof hit>[]) =>
  stretchesOf({ text, hits }).map((stretch) => (stretch.isMarked ? `[${stretch.text}]` : stretch.text));

test('words are marked where they stand, at the ends and side by side too', () => {
  expect(read('路灯坏了')).toEqual(['路灯坏了']);
  expect(read('甲乙丙', hit(1, 2))).toEqual(['甲', '[乙]', '丙']);
  expect(read('甲乙丙', hit(0, 1), hit(1, 3))).toEqual(['[甲]', '[乙丙]']);
  expect(read('')).toEqual([]);
});
