import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import { positionProblems } from '../../contract/positions';
import type { GridFigures, GridTaskKind } from '../../contract/report-checks';
import type { getGridFiguresSchemas, listGridTasksSchemas } from '../../contract/report-checks.schema';
import { dutiesOf, type Duties } from '../members/service';
import type { Asker } from '../platform/asker';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { metresBetween, type Point } from '../platform/distance';
import { instantOf, localDate, monthOf } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import type { CaseViews } from './case-views';
import type { CasesParts } from './cases';
import * as queries from './check-queries';
import { taskOf } from './check-views';
import { boxAround, finestZoom, rangesOf, squaresIn, type Box } from './map-squares';
import type { ReportRecord } from './queries';

type ListInput = InputOf<typeof listGridTasksSchemas>;

/** How far somebody goes to look at something outside their areas. */
const nearM = 500;
/** More of each kind are not looked through. */
const most = 500;

interface Found {
  kind: GridTaskKind;
  report: ReportRecord;
  distanceM: number | null;
}

interface ChecksParts extends CasesParts {
  views: CaseViews;
}

function hereOf({ lat, lng }: ListInput): Point | null {
  if (lat !== undefined && lng !== undefined) return { lat, lng };
  if (lat === undefined && lng === undefined) return null;
  throw refuse(positionProblems.position_incomplete);
}

const placeOf = ({ position }: ReportRecord): Point => ({ lat: position.y, lng: position.x });

/** What is given comes first; then the nearest, or without a position what has waited longest. */
function keyOf({ kind, report, distanceM }: Found): [number, number, string] {
  const since = (report.dueAt ?? report.changedAt).getTime();
  return [kind === 'assigned' ? 0 : 1, distanceM ?? since, report.id];
}

function isAfter(a: readonly [number, number, string], b: readonly [number, number, string]): boolean {
  if (a[0] !== b[0]) return a[0] > b[0];
  return a[1] === b[1] ? a[2] > b[2] : a[1] > b[1];
}

function afterCursor(cursor: string | undefined): [number, number, string] {
  if (cursor === undefined) return [-1, 0, ''];
  const [kind, value, id = ''] = decodeCursor(cursor, 3);
  const key: [number, number, string] = [Number(kind), Number(value), id];
  if (Number.isFinite(key[0]) && Number.isFinite(key[1])) return key;
  throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
}

/** Which reports somebody could do or look at. */
function createFinding({ communities }: ChecksParts) {
  async function uncheckedIn(from: Queries, communityId: string, who: (string | null)[], box: Box) {
    const { zoom, squares } = squaresIn(box, finestZoom, finestZoom);
    const ranges = rangesOf(squares, zoom);
    return from.rows(queries.listUnchecked, [communityId, ...who, ranges.from, ranges.before, most]);
  }

  /** In their areas, or near where they are. */
  async function toLookAt(
    from: Queries,
    communityId: string,
    { personId, grid, here }: { personId: string; grid: NonNullable<Duties['grid']>; here: Point | null },
  ): Promise<ReportRecord[]> {
    const who = [personId, grid.id];
    const found = new Map<string, ReportRecord>();
    for (const area of await communities.areasNamed(from, communityId, grid.areas))
      for (const report of await uncheckedIn(from, communityId, who, area))
        if (area.contains(placeOf(report))) found.set(report.id, report);
    if (here !== null)
      for (const report of await uncheckedIn(from, communityId, who, boxAround(here, nearM)))
        if (metresBetween(here, placeOf(report)) <= nearM) found.set(report.id, report);
    return [...found.values()];
  }

  return async function tasksFor(
    from: Queries,
    input: ListInput,
    { personId }: Asker,
    grid: NonNullable<Duties['grid']>,
  ): Promise<Found[]> {
    const { communityId, kind } = input;
    const here = hereOf(input);
    const asked = (report: ReportRecord, ofKind: GridTaskKind): Found => {
      const metres = here && Math.round(metresBetween(here, placeOf(report)));
      return { kind: ofKind, report, distanceM: metres };
    };
    const assigned =
      kind === 'verify' ? [] : await from.rows(queries.listAssigned, [communityId, grid.id, most]);
    const unchecked = kind === 'assigned' ? [] : await toLookAt(from, communityId, { personId, grid, here });
    return [
      ...assigned.map((report) => asked(report, 'assigned')),
      ...unchecked.map((report) => asked(report, 'verify')),
    ].sort((a, b) => (isAfter(keyOf(a), keyOf(b)) ? 1 : -1));
  };
}

/** Their membership, while it is active. */
export async function gridOf(from: Queries, communityId: string, { personId }: Asker) {
  const { grid } = await dutiesOf(from, communityId, personId);
  if (grid === null) throw refuse(problems.forbidden);
  return grid;
}

/** What grid members could do or look at, and what they did. */
export function createGridTasks(parts: ChecksParts) {
  const { database, clock, communities, views } = parts;
  const tasksFor = createFinding(parts);

  return {
    /** An active grid member. */
    async listGridTasks(input: ListInput, asker: Asker): Promise<AnswerOf<typeof listGridTasksSchemas>> {
      const { communityId, cursor, limit = pageLimits.default } = input;
      const found = await tasksFor(database, input, asker, await gridOf(database, communityId, asker));
      const after = afterCursor(cursor);
      const left = found.filter((one) => isAfter(keyOf(one), after));
      const page = left.slice(0, limit);
      const last = page.at(-1);
      const items = await taskOf(parts, views, database, communityId, page);
      return { items, nextCursor: left.length > page.length && last ? encodeCursor(keyOf(last)) : null };
    },

    /** An active grid member, their own; the month that runs unless another is named. */
    async getGridFigures(
      { communityId, month }: InputOf<typeof getGridFiguresSchemas>,
      asker: Asker,
    ): Promise<GridFigures> {
      await gridOf(database, communityId, asker);
      const timeZone = await communities.timeZoneOf(database, communityId);
      const first = month === undefined ? monthOf(localDate(timeZone, clock.now())) : `${month}-01`;
      const start = new Date(first);
      const next = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1);
      const moments = [start.getTime(), next].map((local) => new Date(instantOf(timeZone, local)));
      const row = await database.row(queries.countFigures, [communityId, asker.personId, ...moments]);
      if (!row) throw new Error('Counts without a row');
      return { month: first.slice(0, 7), ...row };
    },
  };
}
