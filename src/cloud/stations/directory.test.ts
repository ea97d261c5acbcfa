import fc from 'fast-check';
import { facilityCodes, stationKinds, stationStatuses, type FacilityCode } from '../../contract/stations';
import type { Point } from '../platform/distance';
import type { Hit as AnyHit } from '../platform/nearby/nearby';
import { Directory, type Search } from './directory';
import { maskOf, Place } from './place';

type Hit = AnyHit<Place>;

const centre = { lat: 31.886, lng: 117.25 };
const now = Date.parse('2026-11-23T09:00:00+08:00');
const community = {
  id: 'outang',
  slug: 'outang',
  name: '藕塘社区',
  subdistrict: '',
  district: '',
  city: '',
  centre: { ...centre, crs: 'GCJ-02' as const, accuracyM: 0 },
  timeZone: 'Asia/Shanghai',
  isDemo: true,
};

/** Whole steps on a coarse grid: many at the same place, many at the same distance. */
const step = fc.integer({ min: -2, max: 2 });
const spot = fc.tuple(step, step).map(([x, y]): Point => ({ lat: 31.886 + y / 500, lng: 117.25 + x / 500 }));

const mostly = fc.constantFrom(true, true, true, false);

const place = fc
  .record({
    at: spot,
    kind: fc.constantFrom(...stationKinds),
    status: fc.constantFrom('operating' as const, ...stationStatuses),
    communityId: fc.constantFrom('outang', 'elsewhere'),
    codes: fc.subarray([...facilityCodes].slice(0, 3)),
    isOpen: mostly,
  })
  .map(({ at, codes, isOpen, ...rest }) => ({
    ...rest,
    position: { x: at.lng, y: at.lat },
    facilities: codes.map((code: FacilityCode, index) => ({ code, isWorking: index !== 1 })),
    hours: {
      weekly: [{ weekday: 1, spans: isOpen ? [{ opens: '08:00', closes: '20:00' }] : [] }],
      exceptions: [],
    },
  }));

type Spec = typeof place extends fc.Arbitrary<infer Value> ? Value : never;

const search = fc.record({
  communityId: fc.constantFrom(null, 'outang'),
  origin: fc.option(spot),
  box: fc.option(
    fc.tuple(spot, spot).map(([a, b]) => ({
      south: Math.min(a.lat, b.lat),
      north: Math.max(a.lat, b.lat),
      west: Math.min(a.lng, b.lng),
      east: Math.max(a.lng, b.lng),
    })),
    { freq: 1 },
  ),
  facilities: fc.subarray([...facilityCodes].slice(0, 3), { maxLength: 1 }).map(maskOf),
  kind: fc.option(fc.constantFrom(...stationKinds), { freq: 1 }),
  openNow: mostly.map((is) => !is),
  limit: fc.integer({ min: 1, max: 6 }),
});

function placesOf(specs: readonly Spec[]): Place[] {
  const unsaid = {
    parentId: null,
    tier: 'point',
    statusNote: null,
    address: '',
    accuracyM: 0,
    guide: '',
  } as const;
  const unknown = { photos: [], phone: null, capacity: null, verifiedAt: null };
  return specs.map((spec, index) => {
    const id = `id-${String((index * 7919) % 1000).padStart(3, '0')}`;
    return new Place({ ...spec, ...unsaid, ...unknown, id, name: id }, community);
  });
}

function allPages(directory: Directory, asked: Omit<Search, 'after'>): Hit[][] {
  const pages: Hit[][] = [];
  for (let after: Search['after'] = null; ;) {
    const hits = directory.search({ ...asked, after }, now);
    const page = hits.slice(0, asked.limit);
    pages.push(page);
    const last = page.at(-1);
    if (hits.length <= asked.limit || !last) return pages;
    after = { metres: last.metres, id: last.spot.id };
  }
}

const idsOf = (pages: Hit[][]) => pages.map((page) => page.map((hit) => hit.spot.id));

/** What the words of the contract mean, one by one. */
function isWanted({ record, communityId, lat, lng }: Place, asked: Omit<Search, 'after'>): boolean {
  const { box } = asked;
  const working = record.facilities.filter(({ isWorking }) => isWorking).map(({ code }) => code);
  const isOpen = record.status === 'operating' && record.hours.weekly.some(({ spans }) => spans.length > 0);
  return (
    record.status !== 'closed' &&
    (asked.communityId === null || communityId === asked.communityId) &&
    (asked.kind === null || record.kind === asked.kind) &&
    facilityCodes.every((code) => !(maskOf([code]) & asked.facilities) || working.includes(code)) &&
    (!asked.openNow || isOpen) &&
    (!box || (lat >= box.south && lat <= box.north && lng >= box.west && lng <= box.east))
  );
}

test('pages hold every station that is wanted, once, in order; few or many, by the tree or not', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 150, size: 'max' }), search, (specs, asked) => {
      const places = placesOf(specs);
      const pages = allPages(new Directory(places), asked);
      expect(idsOf(allPages(new Directory(places, 0), asked))).toEqual(idsOf(pages));
      const found = pages.flat();
      const wanted = places.filter((one) => isWanted(one, asked));
      expect(found.map((hit) => hit.spot.id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
      const inOrder = found.toSorted((a, b) => a.metres - b.metres || (a.spot.id < b.spot.id ? -1 : 1));
      expect(found).toEqual(inOrder);
    }),
    { numRuns: 200 },
  );
});
