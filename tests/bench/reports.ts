import { performance } from 'node:perf_hooks';
import { startCloudProcess, type CloudProcess } from '../support/cloud-process';
import { outang } from '../support/outang';
import { staffOf, timesOf } from './desk';
import type { Report } from './report';
import { fillReports } from './report-town';
import { environmentOf, openDatabase, type Where } from './where';

/** The embedded database builds its indexes in one thread of one process: a million there take too long for a benchmark. */
const sizes = { PGlite: [10_000, 100_000], PostgreSQL: [10_000, 100_000, 1_000_000] } as const;
/** Of the map at its largest size on PostgreSQL, microseconds. */
const mapAim = 10_000;

const base = `/api/communities/${outang.id}`;
const middle = { lat: 31.8861, lng: 117.2502 };

/** The same few places and filters again and again, so that every size is asked the same. */
const steps = (round: number) => ((round * 7) % 11) / 11 - 0.5;

function boxAt(round: number, degrees: number, zoom: number): string {
  const [lat, lng] = [middle.lat + steps(round) * 0.01, middle.lng + steps(round * 3) * 0.012];
  const edges = { south: lat - degrees, west: lng - degrees, north: lat + degrees, east: lng + degrees };
  const query = new URLSearchParams(Object.entries(edges).map(([name, value]) => [name, value.toFixed(5)]));
  return `${base}/cases/map?${query.toString()}&zoom=${zoom}`;
}

const categories = ['environment', 'road_manhole', 'other', 'food_safety'];
const categoryOf = (round: number) => categories[round % categories.length] ?? 'other';

/** What a desk asks, by what it is called. */
const reads: Readonly<Record<string, (round: number) => string>> = {
  'list, what is due first': () => `${base}/cases?order=due&limit=20`,
  'list, filtered': (round) => `${base}/cases?order=newest&state=triage&category=${categoryOf(round)}`,
  'list, all the newest': () => `${base}/cases?order=newest&isOpen=false`,
  'list, searched': (round) => `${base}/cases?search=${encodeURIComponent(`${100 + (round % 800)} 弄口`)}`,
  counts: () => `${base}/cases/count`,
  'map, the whole town in clusters': (round) => boxAt(round, 0.04, 14),
  'map, clusters filtered': (round) => `${boxAt(round, 0.04, 14)}&category=${categoryOf(round)}`,
  'map, a quarter in clusters': (round) => boxAt(round, 0.006, 16),
  'map, a street in markers': (round) => boxAt(round, 0.0008, 19),
  'map, all that is over': (round) => `${boxAt(round, 0.04, 14)}&isOpen=false`,
};

/** Something near everything of the town, on the desk. */
async function duplicatesOf(cloud: CloudProcess, headers: Record<string, string>) {
  const answer = await fetch(`${cloud.url}${base}/cases?order=newest&isOpen=true&limit=50`, { headers });
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return (round: number) => `${base}/cases/${items[round % items.length]?.id ?? ''}/possible-duplicates`;
}

async function benchSize(report: Report, where: Where, count: number): Promise<void> {
  const database = await openDatabase(where);
  const start = performance.now();
  await fillReports(database, count);
  await database.close();
  const named = `${where.name}, ${count.toLocaleString('en')} reports`;
  report.measure(`${named}: filled in`, Math.round((performance.now() - start) / 1_000), 's');
  const cloud = await startCloudProcess(environmentOf(where));
  try {
    const headers = await staffOf(cloud);
    // One indexed query of a small table through the same server.
    const baseline = () => `${base}/reply-templates`;
    const all = { ...reads, 'possible duplicates': await duplicatesOf(cloud, headers) };
    for (const [name, pathOf] of Object.entries(all)) {
      const times = await timesOf(cloud, headers, pathOf, baseline);
      for (const share of ['p50', 'p95'] as const) {
        const [value, against] = [times.subject[share], times.baseline[share]];
        report.against(`${named}: ${name}, ${share}`, value, against, 'µs', null);
      }
      const isAimed = where.name === 'PostgreSQL' && name.startsWith('map, ') && !name.includes('over');
      if (isAimed && times.subject.p95 > mapAim) report.note(`${named}: ${name} is above ${mapAim} µs`);
    }
  } finally {
    await cloud.stop();
  }
}

/** What a desk of reports asks, with more and more of them. */
export async function benchReports(report: Report, where: Where): Promise<void> {
  // Makes the tables and the demonstration community.
  await (await startCloudProcess(environmentOf(where))).stop();
  for (const count of sizes[where.name]) await benchSize(report, where, count);
}
