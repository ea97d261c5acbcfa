import { firstBroken, hashOf, type ChainedEntry } from './chain';

const beginning = Buffer.alloc(32);
const entryAt = (number: number): ChainedEntry => ({
  communityId: 'c',
  number,
  at: new Date(1_000 * number),
  action: 'member_viewed',
  actorRef: 'a',
  subjectRef: null,
  details: '{}',
});

function chainOf(count: number) {
  let before: Buffer = beginning;
  return Array.from({ length: count }, (_, index) => {
    const entry = entryAt(index + 1);
    before = hashOf(before, entry);
    return { ...entry, hash: before };
  });
}

test('a chain as it was written is whole, from its beginning and from the middle', () => {
  const chain = chainOf(5);
  expect(firstBroken(beginning, chain)).toBeNull();
  expect(firstBroken(chain[1]?.hash ?? beginning, chain.slice(2))).toBeNull();
});

test.each([
  [
    'a field changed',
    (chain: ReturnType<typeof chainOf>) =>
      chain.map((e) => (e.number === 3 ? { ...e, details: '{"a":1}' } : e)),
    3,
  ],
  [
    'an entry taken out',
    (chain: ReturnType<typeof chainOf>) => chain.filter(({ number }) => number !== 3),
    4,
  ],
  [
    'two entries swapped',
    ([a, b, ...rest]: ReturnType<typeof chainOf>) => [b, a, ...rest].flatMap((e) => e ?? []),
    2,
  ],
])('%s: the first entry that does not follow is named', (_what, change, number) => {
  expect(firstBroken(beginning, change(chainOf(5)))).toBe(number);
});
