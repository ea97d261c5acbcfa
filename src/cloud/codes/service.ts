import { LRUCache } from 'lru-cache';
import { codeProblems, type PlaceCodes, type ResolvedCode } from '../../contract/codes';
import { problems } from '../../contract/http';
import { stationProblems, type MiniProgramCode } from '../../contract/stations';
import type { Communities } from '../communities/service';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { newTypedCode } from '../platform/ids';
import { localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { rotatingCode, wasShown } from '../platform/rotating';
import type { Secrets } from '../platform/secrets';
import type { Settings } from '../platform/settings';
import { WechatError } from '../platform/wechat/call';
import type { MiniProgram } from '../platform/wechat/mini-program';
import type { Merchants } from '../merchants/service';
import type { Stations } from '../stations/service';
import * as queries from './queries';

interface CodesParts {
  database: Database;
  changes: Changes;
  secrets: Secrets;
  clock: Clock;
  settings: Pick<Settings, 'publicUrl'>;
  communities: Communities;
  stations: Stations;
  merchants: Merchants;
  miniProgram: MiniProgram | null;
}

/** The page of the mini-program that takes a code. */
const landing = 'check-ins/rider/new';

/** How sure a code is; `rotating`: read from a screen within the last minute. */
type Grade = 'rotating' | 'code';

/** What a code proves about a visit. */
export interface ReadCode {
  communityId: string;
  stationId: string;
  grade: Grade;
}

/** What a code proves about being in a shop. */
export interface ReadMerchantCode {
  communityId: string;
  merchantId: string;
  grade: Grade;
}

/** What has codes. */
interface Place {
  target: ResolvedCode['target'];
  id: string;
  communityId: string;
}

/** When a code was read, by our clock and by the phone's. */
interface ReadAt {
  now: Date;
  phoneTime: Date;
  isLate: boolean;
}

const secretName = 'rotating_codes';
/** Announced with the id of the place whose code was. */
const revoked = 'codes';
const rememberedCodes = 10_000;

export type Codes = ReturnType<typeof createCodes>;

/** Printed codes: made when a place has none or its last was revoked. */
function createPrinted({ database, changes, clock }: CodesParts) {
  async function find(from: Queries, { target, communityId, id }: Place): Promise<string | undefined> {
    return (await from.row(queries.findActive[target], [communityId, id]))?.id;
  }

  async function issue(from: Queries, place: Place): Promise<string> {
    const { target, communityId, id } = place;
    await from.run(queries.issue[target], [communityId, id, newTypedCode(), target, clock.now()]);
    const made = await find(from, place);
    if (!made) throw refuse(problems.conflict);
    return made;
  }

  return {
    get: async (place: Place) => (await find(database, place)) ?? issue(database, place),

    async replace(tx: Queries, place: Place): Promise<string> {
      await tx.run(queries.revoke[place.target], [place.communityId, place.id, clock.now()]);
      await changes.announce(tx, revoked, place.id);
      return issue(tx, place);
    },
  };
}

/** Codes by what is printed, those in use remembered until one is revoked; undefined when there is none. */
function rememberCodes({ database, changes }: CodesParts) {
  const known = new LRUCache<string, queries.CodeRow>({ max: rememberedCodes });
  let revocations = 0;
  changes.on(revoked, () => {
    revocations += 1;
    known.clear();
  });
  return async function find(id: string): Promise<queries.CodeRow | undefined> {
    const before = revocations;
    const row = known.get(id) ?? (await database.row(queries.find, [id]));
    // Read before one was revoked: used once, not kept.
    if (row && before === revocations) known.set(id, row);
    return row;
  };
}

const printedOf = (code: string) => code.split('.')[0] ?? '';

function demandValid(row: queries.CodeRow | undefined): queries.CodeRow {
  if (!row) throw refuse(codeProblems.code_unknown);
  if (row.isRevoked) throw refuse(codeProblems.code_revoked);
  return row;
}

const findValid = async (from: Queries, code: string) =>
  demandValid(await from.row(queries.find, [printedOf(code)]));

/** What has codes, by its kind and id. Not inside a transaction. */
function createPlaces({ stations, merchants }: CodesParts) {
  return {
    async station(id: string) {
      const { communityId, timeZone } = await stations.describe(id);
      return { place: { target: 'station', id, communityId } as const, timeZone };
    },

    async merchant(id: string) {
      const { communityId, timeZone } = await merchants.shopById(id);
      return { place: { target: 'merchant', id, communityId } as const, timeZone };
    },
  };
}

type Places = ReturnType<typeof createPlaces>;
type Printed = ReturnType<typeof createPrinted>;

/** What codes prove that somebody sent. */
function createReading(parts: CodesParts) {
  const { secrets, clock } = parts;
  const remembered = rememberCodes(parts);

  /** How sure a code is, by the clocks. */
  async function gradeOf(code: string, { now, phoneTime, isLate }: ReadAt): Promise<Grade> {
    if (!code.includes('.')) return 'code';
    const key = await secrets.get(secretName);
    if (wasShown(key, code, now.getTime())) return 'rotating';
    if (isLate && wasShown(key, code, phoneTime.getTime())) return 'code';
    throw refuse(codeProblems.code_stale);
  }

  return {
    /**
     * What a code proves, in the caller's transaction. A rotating one counts as such while it is fresh; sent late by
     * a phone that was offline, it still proves what the printed one would, if it was on the screen at the phone's time.
     */
    async readCode(tx: Queries, code: string, at: ReadAt): Promise<ReadCode> {
      const { target, targetId: stationId, communityId } = await findValid(tx, code);
      if (target !== 'station') throw refuse(codeProblems.not_a_station_code);
      return { communityId, stationId, grade: await gradeOf(code, at) };
    },

    /** What a shop's code proves now. Not inside a transaction. */
    async readMerchantCode(code: string): Promise<ReadMerchantCode> {
      const { target, targetId: merchantId, communityId } = demandValid(await remembered(printedOf(code)));
      if (target !== 'merchant') throw refuse(codeProblems.not_a_merchant_code);
      const now = clock.now();
      return { communityId, merchantId, grade: await gradeOf(code, { now, phoneTime: now, isLate: false }) };
    },
  };
}

/** Codes to print and to show on a screen. */
function createShowing(parts: CodesParts, printed: Printed, places: Places) {
  const { secrets, clock, settings, stations, merchants } = parts;
  const urlOf = (code: string) => `${settings.publicUrl}/q/${code}`;

  async function codesOf(id: string, timeZone: string): Promise<PlaceCodes> {
    const key = await secrets.get(secretName);
    const { code, showUntil } = rotatingCode(key, id, clock.now().getTime());
    return {
      printed: { id, url: urlOf(id) },
      rotating: { url: urlOf(code), expiresAt: localIso(timeZone, showUntil) },
    };
  }

  return {
    /** Staff of the station's community. */
    async getStationCodes({ stationId }: { stationId: string }): Promise<PlaceCodes> {
      const { place, timeZone } = await places.station(stationId);
      return codesOf(await printed.get(place), timeZone);
    },

    /** Staff of the station's community. */
    async replaceStationCode({ stationId }: { stationId: string }, tx: Queries): Promise<PlaceCodes> {
      const { communityId } = await stations.findStation(tx, stationId);
      const id = await printed.replace(tx, { target: 'station', id: stationId, communityId });
      return codesOf(id, await parts.communities.timeZoneOf(tx, communityId));
    },

    /** Who serves in the shop, or staff. */
    async getMerchantCodes({ merchantId }: { merchantId: string }): Promise<PlaceCodes> {
      const { place, timeZone } = await places.merchant(merchantId);
      return codesOf(await printed.get(place), timeZone);
    },

    /** Who serves in the shop, or staff. */
    async replaceMerchantCode({ merchantId }: { merchantId: string }, tx: Queries): Promise<PlaceCodes> {
      const { communityId, timeZone } = await merchants.placeOf(tx, merchantId);
      const id = await printed.replace(tx, { target: 'merchant', id: merchantId, communityId });
      return codesOf(id, timeZone);
    },
  };
}

/** The codes that WeChat draws: they hold the same as the printed ones. */
function createMiniProgramCodes({ miniProgram }: CodesParts, printed: Printed, places: Places) {
  async function drawn(place: Place): Promise<MiniProgramCode> {
    if (!miniProgram) throw refuse(stationProblems.mini_program_code_unavailable);
    const scene = `s=${await printed.get(place)}`;
    try {
      const { contentType, bytes } = await miniProgram.miniProgramCode({ scene, page: landing });
      return { contentType, image: bytes.toString('base64') };
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      throw refuse(stationProblems.mini_program_code_unavailable, { retryAfter: 5 });
    }
  }

  return {
    /** Staff of the station's community. */
    getStationMiniProgramCode: async ({ stationId }: { stationId: string }) =>
      drawn((await places.station(stationId)).place),

    /** Who serves in the shop, or staff. */
    getMerchantMiniProgramCode: async ({ merchantId }: { merchantId: string }) =>
      drawn((await places.merchant(merchantId)).place),
  };
}

export function createCodes(parts: CodesParts) {
  const { database, secrets, stations, merchants } = parts;
  // Fetched now, because later it is asked for inside transactions, where waiting for a connection could be for ever.
  secrets.get(secretName).catch(() => undefined);
  const printed = createPrinted(parts);
  const places = createPlaces(parts);

  return {
    ...createShowing(parts, printed, places),
    ...createMiniProgramCodes(parts, printed, places),
    ...createReading(parts),

    /** Anyone. A rotating code stands for the same as the printed one it is made from, however old. */
    async resolveCode({ code }: { code: string }): Promise<ResolvedCode> {
      const { target, targetId, communityId } = await findValid(database, code);
      const named =
        target === 'station'
          ? await stations.describe(targetId)
          : (await merchants.shopById(targetId)).record;
      return { target, targetId, communityId, name: named.name };
    },
  };
}
