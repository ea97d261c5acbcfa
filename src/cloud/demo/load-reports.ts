import { crs } from '../../contract/positions';
import { reportCodeVersion } from '../../contract/reports';
import { createObjects } from '../media/service';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { newId } from '../platform/ids';
import type { Storage } from '../platform/storage/storage';
import { tallyNew } from '../reports/service';
import { readDemo } from './data';
import * as queries from './report-queries';
import { demoReports, type DemoReport } from './reports';
import { drawScene, type Scene } from './scenes';

interface DemoReportParts {
  database: Database;
  storage: Storage;
  clock: Clock;
}

const hourMs = 3_600_000;
/** As the demonstration's file numbers its people. */
const personId = (number: number) => `019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`;

interface Drawn {
  photo: Buffer;
  thumb: Buffer;
  width: number;
  height: number;
  size: number;
}

/** Each scene once, however many reports show it. */
async function draw(parts: DemoReportParts, communityId: string): Promise<Map<Scene, Drawn>> {
  const objects = createObjects(parts);
  const shown = demoReports.flatMap(({ entries }) => entries.flatMap(({ photo }) => photo?.scene ?? []));
  const drawn = new Map<Scene, Drawn>();
  for (const scene of new Set(shown)) {
    const { photo, thumb, width, height } = await drawScene(scene);
    const [photoHash, thumbHash] = await objects.put(communityId, [photo, thumb]);
    if (photoHash && thumbHash)
      drawn.set(scene, { photo: photoHash, thumb: thumbHash, width, height, size: photo.length });
  }
  return drawn;
}

/** Who a report is with. */
function assigneeOf({ assignee }: DemoReport) {
  const { departments, people } = readDemo();
  const [department] = departments;
  const grid = people.find((person) => person.grid?.state === 'active')?.grid;
  return {
    departmentId: assignee === 'department' ? (department?.id ?? null) : null,
    gridMembershipId: assignee === 'grid_member' ? (grid?.id ?? null) : null,
  };
}

async function loadReport(
  tx: Queries,
  { communityId, number, now }: { communityId: string; number: number; now: Date },
  report: DemoReport,
  drawn: ReadonlyMap<Scene, Drawn>,
): Promise<void> {
  const reportId = newId();
  const at = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * hourMs);
  const [first] = report.entries;
  const last = report.entries.at(-1) ?? first;
  const ended = report.entries.find(({ to }) => to === 'resolved' || to === 'not_our_remit');
  const { departmentId, gridMembershipId } = assigneeOf(report);
  await tx.run(queries.insertReport, [
    ...[communityId, reportId, number, personId(report.reporter), report.category, report.eventCode],
    ...[reportCodeVersion, last.to, report.words, report.lng, report.lat, crs, report.placeText],
    ...[at(first.hoursAgo), at(last.hoursAgo)],
    report.dueInHours === undefined ? null : at(-report.dueInHours),
    ...[departmentId, gridMembershipId, report.question ?? null, ended ? at(ended.hoursAgo) : null],
    report.stars ?? null,
  ]);
  await tallyNew(tx, communityId, reportId);
  let from: string | null = null;
  for (const entry of report.entries) {
    const entryId = newId();
    const person = entry.person === undefined ? null : personId(entry.person);
    await tx.run(queries.insertEntry, [
      ...[communityId, reportId, entryId, entry.action, from, entry.to, entry.by, person],
      ...[entry.by === 'department' || entry.action === 'assign' ? departmentId : null],
      ...[entry.receiver ?? null, entry.words ?? null, at(entry.hoursAgo)],
    ]);
    from = entry.to;
    const picture = entry.photo && drawn.get(entry.photo.scene);
    if (!entry.photo || !picture) continue;
    const { kind } = entry.photo;
    await tx.run(queries.insertPhoto, [
      ...[communityId, newId(), kind === 'after' ? 'after' : 'report', person, picture.thumb, picture.photo],
      ...[picture.width, picture.height, picture.size, reportId, at(entry.hoursAgo), entryId, kind],
    ]);
  }
  for (const follower of report.followers ?? [])
    await tx.run(queries.insertFollower, [communityId, reportId, personId(follower), at(last.hoursAgo)]);
}

/**
 * Some reports in the demonstration community, in different states, once: so that whoever comes sees life. Nothing happens
 * where somebody has reported there already.
 */
export async function loadDemoReports(parts: DemoReportParts): Promise<void> {
  const { database, clock } = parts;
  const communityId = readDemo().community.id;
  if (await database.row(queries.findCounter, [communityId])) return;
  const drawn = await draw(parts, communityId);
  await database.transaction(async (tx) => {
    if ((await tx.run(queries.insertCounter, [communityId, demoReports.length])) === 0) return;
    for (const [index, report] of demoReports.entries())
      await loadReport(tx, { communityId, number: index + 1, now: clock.now() }, report, drawn);
  });
}
