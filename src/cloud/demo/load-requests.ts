import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { readDemo } from './data';
import * as queries from './request-queries';
import { demoRequests, type DemoRequest } from './requests';

const hourMs = 3_600_000;
/** As the demonstration's file numbers its people and categories. */
const idOf = (number: number) => `019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`;

async function loadRequest(
  tx: Queries,
  { communityId, number, now }: { communityId: string; number: number; now: Date },
  request: DemoRequest,
): Promise<void> {
  const requestId = newId();
  const at = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * hourMs);
  const [first] = request.entries;
  const last = request.entries.at(-1) ?? first;
  const answered = request.entries.find(({ to }) => to === 'answered');
  await tx.run(queries.insertRequest, [
    ...[communityId, requestId, number, idOf(request.requester), idOf(request.category), last.to],
    ...[request.words, request.spokenWords ?? false, at(first.hoursAgo), at(last.hoursAgo)],
    request.dueInHours === undefined ? null : at(-request.dueInHours),
    ...[request.officer === undefined ? null : idOf(request.officer), request.question ?? null],
    ...[answered ? at(answered.hoursAgo) : null, request.stars ?? null],
    last.to === 'rated' ? at(last.hoursAgo) : null,
  ]);
  let from: string | null = null;
  for (const entry of request.entries) {
    const person = entry.person === undefined ? null : idOf(entry.person);
    await tx.run(queries.insertEntry, [
      ...[communityId, requestId, newId(), entry.action, from, entry.to, entry.by, person],
      ...[entry.words ?? null, entry.stars ?? null, at(entry.hoursAgo)],
    ]);
    from = entry.to;
  }
}

/** Some requests in the demonstration community, in different states, once; not where somebody has asked already. */
export async function loadDemoRequests({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}): Promise<void> {
  const { community, requestCategories } = readDemo();
  const { id: communityId } = community;
  if (await database.row(queries.findCounter, [communityId])) return;
  await database.transaction(async (tx) => {
    if (
      (await tx.run(queries.insertCounter, [communityId, demoRequests.length, requestCategories[0]?.id])) ===
      0
    )
      return;
    for (const [index, request] of demoRequests.entries())
      await loadRequest(tx, { communityId, number: index + 1, now: clock.now() }, request);
  });
}
