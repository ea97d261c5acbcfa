import { codeProblems, type ResolvedCode } from '../../contract/codes';
import { problems } from '../../contract/http';
import { stationProblems, type MiniProgramCode, type StationCodes } from '../../contract/stations';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import type { Secrets } from '../platform/secrets';
import type { Settings } from '../platform/settings';
import { WechatError } from '../platform/wechat/call';
import type { MiniProgram } from '../platform/wechat/mini-program';
import type { Stations } from '../stations/service';
import { newCodeId } from './ids';
import * as queries from './queries';
import { rotatingCode, wasShown } from './rotating';

interface CodesParts {
  database: Database;
  secrets: Secrets;
  clock: Clock;
  settings: Pick<Settings, 'publicUrl'>;
  stations: Stations;
  miniProgram: MiniProgram | null;
}

/** The page of the mini-program that takes a code. */
const landing = 'check-ins/rider/new';

/** What a code proves about a visit. */
export interface ReadCode {
  communityId: string;
  stationId: string;
  /** `rotating`: read from a screen within the last minute. */
  grade: 'rotating' | 'code';
}

/** When a code was read, by our clock and by the phone's. */
interface ReadAt {
  now: Date;
  phoneTime: Date;
  isLate: boolean;
}

const secretName = 'rotating_codes';

export type Codes = ReturnType<typeof createCodes>;

export function createCodes({ database, secrets, clock, settings, stations, miniProgram }: CodesParts) {
  // Fetched now, because later it is asked for inside transactions, where waiting for a connection could be for ever.
  secrets.get(secretName).catch(() => undefined);

  const urlOf = (code: string) => `${settings.publicUrl}/q/${code}`;

  async function findValid(from: Queries, code: string) {
    const row = await from.row(queries.find, [code.split('.')[0]]);
    if (!row) throw refuse(codeProblems.code_unknown);
    if (row.isRevoked) throw refuse(codeProblems.code_revoked);
    return row;
  }

  /** The station's printed code; made when it has none or its last was revoked. */
  async function printedCode(communityId: string, stationId: string): Promise<string> {
    const known = await database.row(queries.findActive, [communityId, stationId]);
    if (known) return known.id;
    await database.run(queries.issue, [communityId, newCodeId(), stationId, clock.now()]);
    const made = await database.row(queries.findActive, [communityId, stationId]);
    if (!made) throw refuse(problems.conflict);
    return made.id;
  }

  return {
    /** Anyone. A rotating code stands for the same as the printed one it is made from, however old. */
    async resolveCode({ code }: { code: string }): Promise<ResolvedCode> {
      const { target, stationId } = await findValid(database, code);
      const { name, communityId } = await stations.describe(stationId);
      return { target, targetId: stationId, communityId, name };
    },

    /** Staff of the station's community. */
    async getStationCodes({ stationId }: { stationId: string }): Promise<StationCodes> {
      const station = await stations.describe(stationId);
      const id = await printedCode(station.communityId, stationId);
      const key = await secrets.get(secretName);
      const { code, showUntil } = rotatingCode(key, id, clock.now().getTime());
      return {
        printed: { id, url: urlOf(id) },
        rotating: { url: urlOf(code), expiresAt: localIso(station.timeZone, showUntil) },
      };
    },

    /** Staff of the station's community. Holds the same code as the printed one. */
    async getStationMiniProgramCode({ stationId }: { stationId: string }): Promise<MiniProgramCode> {
      const { communityId } = await stations.describe(stationId);
      if (!miniProgram) throw refuse(stationProblems.mini_program_code_unavailable);
      const scene = `s=${await printedCode(communityId, stationId)}`;
      try {
        const { contentType, bytes } = await miniProgram.miniProgramCode({ scene, page: landing });
        return { contentType, image: bytes.toString('base64') };
      } catch (error) {
        if (!(error instanceof WechatError)) throw error;
        throw refuse(stationProblems.mini_program_code_unavailable, { retryAfter: 5 });
      }
    },

    /**
     * What a code proves, in the caller's transaction. A rotating one counts as such while it is fresh; sent late by
     * a phone that was offline, it still proves what the printed one would, if it was on the screen at the phone's time.
     */
    async readCode(tx: Queries, code: string, { now, phoneTime, isLate }: ReadAt): Promise<ReadCode> {
      const { communityId, stationId } = await findValid(tx, code);
      if (!code.includes('.')) return { communityId, stationId, grade: 'code' };
      const key = await secrets.get(secretName);
      if (wasShown(key, code, now.getTime())) return { communityId, stationId, grade: 'rotating' };
      if (isLate && wasShown(key, code, phoneTime.getTime()))
        return { communityId, stationId, grade: 'code' };
      throw refuse(codeProblems.code_stale);
    },
  };
}
