import { combine } from './combine';

interface Asked {
  who: string;
  n: number;
}

/** What was run together, and a way to let the run that waits go on. */
function stage(fail: (requests: readonly Asked[]) => boolean = () => false) {
  const batches: string[][] = [];
  let release: () => void = () => undefined;
  const ask = combine<Asked, number>({
    async run(key, requests) {
      batches.push(requests.map(({ who, n }) => `${key}${who}${n}`));
      await new Promise<void>((resolve) => (release = resolve));
      if (fail(requests)) throw new Error('no');
      return requests.map(({ n }) => n * 10);
    },
    apart: ({ who }) => who,
    most: 3,
  });
  const begun = async () => {
    for (let turns = 0; turns < 3; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const letGo = () => {
    release();
    return begun();
  };
  return { batches, ask, begun, letGo };
}

test('what comes in one turn of the loop goes together', async () => {
  const { batches, ask, begun, letGo } = stage();
  const answers = ['a', 'b'].map((who, n) => ask('k', { who, n }));
  await begun();
  expect(batches).toEqual([['ka0', 'kb1']]);
  await letGo();
  expect(await Promise.all(answers)).toEqual([0, 10]);
});

test('what comes while one is under way goes together, in order, each with its own answer', async () => {
  const { batches, ask, begun, letGo } = stage();
  const first = ask('k', { who: 'a', n: 0 });
  await begun();
  const answers = [first, ...['b', 'c', 'd', 'e'].map((who, n) => ask('k', { who, n: n + 1 }))];
  await letGo();
  expect(batches).toEqual([['ka0'], ['kb1', 'kc2', 'kd3']]);
  await letGo();
  await letGo();
  expect(batches.at(-1)).toEqual(['ke4']);
  expect(await Promise.all(answers)).toEqual([0, 10, 20, 30, 40]);
});

test('two of the same never go together; another key does not wait', async () => {
  const { batches, ask, begun, letGo } = stage();
  const first = ask('k', { who: 'a', n: 1 });
  await begun();
  const others = [ask('k', { who: 'b', n: 2 }), ask('k', { who: 'b', n: 3 })];
  await letGo();
  await letGo();
  await letGo();
  expect(batches).toEqual([['ka1'], ['kb2'], ['kb3']]);
  await Promise.all([first, ...others]);
  void ask('other', { who: 'a', n: 4 });
  await begun();
  expect(batches.at(-1)).toEqual(['othera4']);
});

test('one that fails fails alone', async () => {
  const { ask, begun, letGo } = stage((requests) => requests.some(({ who }) => who === 'bad'));
  const answers = ['a', 'bad', 'c'].map((who, n) => ask('k', { who, n }).catch(() => 'failed'));
  await begun();
  for (let turn = 0; turn < 4; turn += 1) await letGo();
  expect(await Promise.all(answers)).toEqual([0, 'failed', 20]);
});
