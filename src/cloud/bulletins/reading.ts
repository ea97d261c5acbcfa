import { bulletinLimits, bulletinProblems, type Bulletin } from '../../contract/bulletins';
import type { listBulletinsSchemas } from '../../contract/bulletins.schema';
import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import { combine } from '../platform/combine';
import { decodeCursor, encodeCursor, latestFrom } from '../platform/cursor';
import { newId } from '../platform/ids';
import { dayMs, localDate } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { audiencesOf, mayRead } from './access';
import { mediaIdsOf } from './blocks';
import * as queries from './queries';
import type { BulletinRecord, RowRecord } from './queries';
import { searchOf, type Search } from './search';
import type { BulletinsParts } from './service';
import { signInText, withdrawnText } from './texts';
import { bulletinOf, rowOf } from './views';

type ListInput = InputOf<typeof listBulletinsSchemas>;

/** A found one's place begins with whether its title has all words. */
function searchedFrom(
  cursor: string | undefined,
): readonly [isInTitle: boolean, ...ReturnType<typeof latestFrom>] {
  if (cursor === undefined) return [true, ...latestFrom(undefined)];
  const [isInTitle = '', at = '', id = ''] = decodeCursor(cursor, 3);
  return [isInTitle === '1', ...latestFrom(encodeCursor([at, id]))];
}

const placeOf = ({ isInTitle, publishedAt, id }: RowRecord, isSearched: boolean) =>
  encodeCursor([...(isSearched ? [isInTitle ? 1 : 0] : []), publishedAt.getTime(), id]);

function createList({ database, clock, communities, media }: BulletinsParts) {
  /** What statements of rows begin with. */
  function viewer({ communityId, category }: ListInput, asker: Asker | null): unknown[] {
    const now = clock.now();
    const newSince = new Date(now.getTime() - bulletinLimits.readersKeptDays * dayMs);
    const audiences = audiencesOf(asker?.roles.get(communityId));
    return [communityId, audiences, category ?? null, now, asker?.personId ?? null, newSince];
  }

  function found(
    values: readonly unknown[],
    { words, pairs, characters, long }: Search,
    cursor: string | undefined,
    limit: number,
  ) {
    const [isInTitle, at, id] = searchedFrom(cursor);
    const all = [...values, at, id, limit + 1, words, isInTitle, pairs, characters, long];
    return database.rows(queries.search, all);
  }

  /** Anyone: what is for them. */
  return async function listBulletins(
    input: ListInput,
    asker: Asker | null,
  ): Promise<AnswerOf<typeof listBulletinsSchemas>> {
    const { communityId, q, cursor, limit = pageLimits.default } = input;
    const timeZone = await communities.timeZoneOf(database, communityId);
    const values = viewer(input, asker);
    const search = searchOf(q);
    const pinned = search || cursor !== undefined ? [] : await database.rows(queries.listPinned, values);
    const rows = search
      ? await found(values, search, cursor, limit)
      : await database.rows(queries.listNewest, [...values, ...latestFrom(cursor), limit + 1]);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    // A photo belongs to its community; a page may hold bulletins of several.
    const photos = new Map<string, Awaited<ReturnType<typeof media.of>>[number]>();
    const shown = [...pinned, ...page];
    for (const of of new Set(shown.map((row) => row.communityId))) {
      const ids = shown.flatMap((row) => (row.communityId === of ? (row.coverId ?? []) : []));
      for (const photo of await media.of(database, of, ids)) photos.set(photo.id, photo);
    }
    const around = { timeZone, photos, words: search?.words ?? [] };
    return {
      pinned: pinned.map((row) => rowOf(row, around)),
      items: page.map((row) => rowOf(row, around)),
      nextCursor: rows.length > page.length && last ? placeOf(last, search !== null) : null,
    };
  };
}

/** More in one statement cost more than they save. */
const mostTogether = 256;

/** Openings of one bulletin are counted together: when all are told of it, all open it. */
function createCounting({ database, clock, communities }: BulletinsParts) {
  interface Opening {
    communityId: string;
    /** null: of who is not signed in. */
    personId: string | null;
  }
  return combine<Opening, void>({
    most: mostTogether,
    apart: ({ personId }) => personId ?? newId(),
    async run(bulletinId, openings) {
      const communityId = openings[0]?.communityId ?? '';
      const now = clock.now();
      const day = localDate(await communities.timeZoneOf(database, communityId), now);
      const people = openings.flatMap(({ personId }) => personId ?? []);
      const values = [communityId, bulletinId, people, day, now, openings.length];
      await database.run(queries.countOpenings, values);
      return openings.map(() => undefined);
    },
  });
}

/** What people read. */
export function createReading(parts: BulletinsParts) {
  const { database, clock, communities, media } = parts;
  const count = createCounting(parts);

  /** Refused where it is not out, or not for the asker. */
  async function readable(bulletinId: string, asker: Asker | null): Promise<BulletinRecord> {
    const record = await database.row(queries.findById, [bulletinId]);
    if (!record?.publishedAt) throw refuse(problems.not_found);
    if (!mayRead(asker, record)) {
      throw asker ? refuse(problems.not_found) : refuse(problems.unauthenticated, { detail: signInText });
    }
    if (record.state === 'withdrawn') {
      const detail = withdrawnText(record.withdrawReason ?? '');
      throw refuse(bulletinProblems.bulletin_withdrawn, { detail });
    }
    return record;
  }

  return {
    listBulletins: createList(parts),

    /** Anyone it is for. */
    async getBulletin({ bulletinId }: { bulletinId: string }, asker: Asker | null): Promise<Bulletin> {
      const record = await readable(bulletinId, asker);
      const { communityId, blocks } = record;
      const timeZone = await communities.timeZoneOf(database, communityId);
      const known = await media.of(database, communityId, mediaIdsOf(blocks));
      const photos = new Map(known.map((photo) => [photo.id, photo]));
      return bulletinOf(record, { timeZone, photos, now: clock.now() });
    },

    /** Anyone it is for. */
    async readBulletin({ bulletinId }: { bulletinId: string }, asker: Asker | null): Promise<undefined> {
      const { communityId } = await readable(bulletinId, asker);
      await count(bulletinId, { communityId, personId: asker?.personId ?? null });
      return undefined;
    },
  };
}
