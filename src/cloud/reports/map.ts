import { problems, type InputOf } from '../../contract/http';
import { caseLimits, type ReportMap } from '../../contract/report-cases';
import type { getReportMapSchemas } from '../../contract/report-cases.schema';
import type { Asker } from '../platform/asker';
import { refuse } from '../platform/refusal';
import { dueKindOf, type DueMoments } from '../platform/due';
import { valuesOf, type CaseFilter } from './case-queries';
import { statesOf, type CasesParts, type createCases } from './cases';
import * as queries from './map-queries';
import { finestZoom, rangesOf, squaresIn, type Box } from './map-squares';
import * as tallies from './tally-queries';

/** Of the tallies' squares. */
const tallyZooms = [14, 16, 18];
const finestTally = 18;
const tallyFor = (zoom: number) => tallyZooms.find((one) => one >= zoom) ?? finestTally;

type Cluster = ReportMap['clusters'][number];

interface Asked {
  filter: CaseFilter;
  box: Box;
  mapZoom: number;
  moments: DueMoments;
}

/** Whether the tallies of squares can answer: they know of states and categories alone. */
const isTallied = (filter: CaseFilter) =>
  filter.ofDepartments === null &&
  [
    ...[
      filter.departmentId,
      filter.gridMembershipId,
      filter.number,
      filter.search,
      filter.from,
      filter.before,
    ],
    ...[filter.dueAfter, filter.dueUntil],
  ].every((value) => value === null);

const isOnlyOpen = ({ isOpen, states }: CaseFilter) => isOpen === true && states === null;

/** What is in a box: counted, or one by one. */
function createLooking({ database }: CasesParts) {
  /** From the tallies: as many rows as there are squares, however many reports. */
  async function countTallied({ filter, box, mapZoom, moments }: Asked): Promise<Cluster[]> {
    const { zoom, squares } = squaresIn(box, mapZoom, finestTally);
    const states = isOnlyOpen(filter) ? ['open'] : (statesOf(filter) ?? []);
    const { from, before } = rangesOf(squares, zoom);
    const rows = await database.rows(tallies.countSquares, [
      ...[filter.communityId, zoom, tallyFor(zoom), from, before, states, filter.categories ?? ['*']],
    ]);
    const late =
      filter.isOpen === false
        ? []
        : await database.rows(queries.countOverdue, [...valuesOf(filter), moments.now, zoom, squares]);
    const overdue = new Map(late.map((row) => [row.square, row.overdue]));
    return rows.map(({ square, count, lng, lat }) => ({
      ...{ lat, lng, count },
      overdue: Math.min(count, overdue.get(square) ?? 0),
    }));
  }

  /** From the reports of the squares themselves. */
  async function countReports({ filter, box, mapZoom, moments }: Asked): Promise<Cluster[]> {
    const { zoom, squares } = squaresIn(box, mapZoom, finestZoom);
    const { from, before } = rangesOf(squares, zoom);
    const values = [...valuesOf(filter), from, before, zoom, moments.now];
    const rows = await database.rows(queries.countSquares, values);
    return rows.map(({ count, overdue, lng, lat }) => ({ lat, lng, count, overdue }));
  }

  async function markersIn({ filter, box, mapZoom, moments }: Asked): Promise<ReportMap['markers']> {
    const { zoom, squares } = squaresIn(box, mapZoom, finestZoom);
    const { from, before } = rangesOf(squares, zoom);
    const edges = [box.west, box.south, box.east, box.north];
    const values = [...valuesOf(filter), from, before, ...edges, caseLimits.markers];
    const rows = await database.rows(queries.listMarkers, values);
    return rows.map(({ position, deskDueAt, ...row }) => ({
      ...row,
      due: dueKindOf(deskDueAt, moments),
      lat: position.y,
      lng: position.x,
    }));
  }

  return { countTallied, countReports, markersIn };
}

/** Reports on the map: each by itself where they are few, else counted by squares. */
export function createReportMap(parts: CasesParts, askedFor: ReturnType<typeof createCases>['askedFor']) {
  const { countTallied, countReports, markersIn } = createLooking(parts);
  return {
    /** Whoever works at a desk: what they may see of it; only open ones unless others are asked for. */
    async getReportMap(input: InputOf<typeof getReportMapSchemas>, asker: Asker): Promise<ReportMap> {
      const { south, west, north, east, zoom: mapZoom } = input;
      if (south > north) throw refuse(problems.invalid_input, { fields: { north: '不能比 south 还南' } });
      if (west > east) throw refuse(problems.invalid_input, { fields: { east: '不能比 west 还西' } });
      const isAnyState = input.isOpen === undefined && !input.state?.length;
      const { filter, now, soonUntil } = await askedFor(
        isAnyState ? { ...input, isOpen: true } : input,
        asker,
      );
      const asked: Asked = {
        filter,
        box: { south, west, north, east },
        mapZoom,
        moments: { now, soonUntil },
      };
      const isCoarse = squaresIn(asked.box, mapZoom, finestZoom).zoom <= finestTally;
      const clusters = isTallied(filter) && isCoarse ? await countTallied(asked) : await countReports(asked);
      const total = clusters.reduce((sum, { count }) => sum + count, 0);
      if (total > caseLimits.markers) return { markers: [], clusters };
      return { markers: await markersIn(asked), clusters: [] };
    },
  };
}
