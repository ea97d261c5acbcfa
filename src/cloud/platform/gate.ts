import { problems } from '../../contract/http';
import { refuse } from './refusal';

type Gate = <Result>(work: () => Promise<Result>) => Promise<Result>;

const retryAfter = 5;

/**
 * Lets so many in at once; of the others so many may wait, in the order in which they came. Who finds it full is to come
 * again, and told so in the words of `full`.
 */
export function createGate(atOnce: number, waitingAtMost: number, full = problems.unavailable.title): Gate {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (inside >= atOnce) {
      if (waiting.length >= waitingAtMost) throw refuse(problems.unavailable, { retryAfter, detail: full });
      await new Promise<void>((enter) => waiting.push(enter));
    } else inside += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}
