import type { Queries, Statement } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';
import * as queries from './queries';

export { agendaKeptMs, claimTime, renewTime } from './claiming';

/** After what takes these people's time has changed, in the same transaction; `renewal` is made by `renewTime`. */
export async function renewAgendas(
  tx: Queries,
  renewal: Statement<object>,
  communityId: string,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  await tx.rows(queries.lock, [communityId, personIds]);
  await tx.run(renewal, [communityId, personIds]);
}

/** When the appointment begins that a person has in that time; null: they have none. */
export async function appointmentIn(
  from: Queries,
  communityId: string,
  personId: string,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Promise<Date | null> {
  const found = await from.row(queries.findConsultation, [communityId, personId, startsAt, endsAt]);
  return found?.startsAt ?? null;
}

/** In one community, once nothing there takes the person's time any more. */
export async function forgetAgenda(tx: Queries, communityId: string, personId: string): Promise<void> {
  await tx.run(queries.forget, [communityId, personId]);
}

/** When somebody is taken; by what, the concepts say that take their time. */
export const agendasPersonalData: PersonalData = {
  title: '占用的时间',
  collect: () => Promise.resolve([]),
  async forget(tx, personId) {
    await tx.run(queries.forgetAll, [personId]);
  },
  async merge(tx, from, into) {
    await tx.run(queries.merge, [from, into]);
    await tx.run(queries.forgetAll, [from]);
  },
};
