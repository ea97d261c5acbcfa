import { randomUUID } from 'node:crypto';
import type { Screening } from '../../src/contract/screenings';
import {
  hearOfScreenings,
  type ScreeningResult,
  type ScreeningStart,
} from '../../src/cloud/screenings/service';
import { createStarting } from '../../src/cloud/screenings/starting';
import type { TestCloud } from './cloud';
import type { MadePerson } from './made-person';
import { outang } from './outang';

/** What another concept does: begins rounds in its transactions, and is told what came of them. */
export interface Owner {
  readonly told: ScreeningResult[];
  start(
    input: Partial<ScreeningStart> & Pick<ScreeningStart, 'personId'>,
  ): Promise<{ id: string; subjectId: string }>;
  /** Begins, and lets what is due be done. */
  written(
    input: Partial<ScreeningStart> & Pick<ScreeningStart, 'personId'>,
  ): Promise<{ id: string; subjectId: string }>;
}

export function ownerIn(cloud: TestCloud): Owner {
  const told: ScreeningResult[] = [];
  hearOfScreenings(cloud.jobs, 'report', (_tx, result) => {
    told.push(result);
    return Promise.resolve();
  });
  const starting = createStarting(cloud);
  const owner: Owner = {
    told,
    async start({ subject = { kind: 'report', id: randomUUID() }, ...input }) {
      const whole = {
        communityId: outang.id,
        subject,
        texts: [],
        mediaIds: [],
        source: 'h5' as const,
        ...input,
      };
      const id = await cloud.database.transaction((tx) => starting.start(tx, whole));
      return { id, subjectId: subject.id };
    },
    async written(input) {
      const round = await owner.start(input);
      // First what we say ourselves: a round of jobs under way may have asked WeChat already, with nothing to ask.
      await cloud.jobs.drain();
      cloud.clock.advance({ seconds: 3 });
      await cloud.jobs.drain();
      return round;
    },
  };
  return owner;
}

export const saying = (text: string) => [{ field: 'words', text }];

const path = `/api/communities/${outang.id}/screenings`;

export async function queueOf(
  cloud: TestCloud,
  staff: MadePerson,
  query: Record<string, string> = {},
): Promise<{ items: Screening[]; waiting: number; nextCursor: string | null }> {
  return (await cloud.app.inject({ url: path, query, headers: staff.headers })).json();
}

export async function decide<Answer = Screening>(
  cloud: TestCloud,
  staff: MadePerson,
  id: string,
  decision: 'pass' | 'reject',
  reason?: string,
): Promise<Answer> {
  const answer = await cloud.app.inject({
    method: 'PUT',
    url: `${path}/${id}/decision`,
    headers: staff.headers,
    payload: { decision, ...(reason !== undefined && { reason }) },
  });
  return answer.json<Answer>();
}
