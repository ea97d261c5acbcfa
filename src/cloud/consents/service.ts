import {
  consentProblems,
  consentPurposes,
  privacyNoticeVersion,
  type ConsentPurpose,
  type Consents as Answers,
} from '../../contract/consents';
import type { agreeToNoticeSchemas, answerConsentSchemas } from '../../contract/consents.schema';
import type { InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { refuse } from '../platform/refusal';
import * as queries from './queries';

export { consentsPersonalData } from './personal-data';

/** What goes when a consent is taken back. */
export type WhenWithdrawn = Partial<Record<ConsentPurpose, (tx: Queries, personId: string) => Promise<void>>>;

interface ConsentsParts {
  database: Database;
  clock: Clock;
  whenWithdrawn: WhenWithdrawn;
}

async function describe(from: Queries, personId: string): Promise<Answers> {
  const rows = await from.rows(queries.listLast, [personId]);
  const byPurpose = new Map(rows.map((row) => [row.purpose, row]));
  const notice = byPurpose.get('privacy_notice');
  return {
    notice: {
      currentVersion: privacyNoticeVersion,
      agreedVersion: notice?.noticeVersion ?? null,
      agreedAt: notice?.answeredAt.toISOString() ?? null,
    },
    items: consentPurposes.map((purpose) => {
      const row = byPurpose.get(purpose);
      return {
        purpose,
        state: row?.state ?? 'unasked',
        noticeVersion: row?.noticeVersion ?? null,
        answeredAt: row?.answeredAt.toISOString() ?? null,
      };
    }),
  };
}

export type Consents = ReturnType<typeof createConsents>;

export function createConsents({ database, clock, whenWithdrawn }: ConsentsParts) {
  function demandCurrent(noticeVersion: string): void {
    if (noticeVersion !== privacyNoticeVersion) throw refuse(consentProblems.notice_outdated);
  }

  async function give(
    tx: Queries,
    personId: string,
    purpose: queries.Answered,
    noticeVersion: string,
  ): Promise<void> {
    demandCurrent(noticeVersion);
    await tx.run(queries.insertAnswer, [personId, newId(), purpose, 'given', noticeVersion, clock.now()]);
  }

  /** As if the person had taken it back themselves, without what follows; for the concept whose data went. */
  async function withdraw(tx: Queries, personId: string, purpose: ConsentPurpose): Promise<void> {
    await tx.run(queries.insertNo, [personId, newId(), purpose, privacyNoticeVersion, clock.now()]);
  }

  return {
    /** In the caller's transaction, for the feature that asked. */
    give,
    withdraw,

    /** Which of these people said yes to it. */
    async whoGave(from: Queries, purpose: ConsentPurpose, ids: readonly string[]): Promise<Set<string>> {
      const rows = await from.rows(queries.listGivers, [purpose, ids]);
      return new Set(rows.map(({ personId }) => personId));
    },

    /** A signed-in person, their own. */
    listMyConsents: ({ personId }: Asker): Promise<Answers> => describe(database, personId),

    /** A signed-in person. */
    async agreeToNotice(
      { noticeVersion }: InputOf<typeof agreeToNoticeSchemas>,
      { personId }: Asker,
    ): Promise<Answers> {
      await give(database, personId, 'privacy_notice', noticeVersion);
      return describe(database, personId);
    },

    /** A signed-in person. What a withdrawn consent allowed to keep goes in the same transaction. */
    async answerConsent(
      { purpose, isGiven, noticeVersion }: InputOf<typeof answerConsentSchemas>,
      { personId }: Asker,
    ): Promise<Answers> {
      demandCurrent(noticeVersion);
      return database.transaction(async (tx) => {
        if (isGiven) await give(tx, personId, purpose, noticeVersion);
        else {
          const answer = [personId, newId(), purpose, noticeVersion, clock.now()];
          const no = await tx.row(queries.insertNo, answer);
          if (no?.state === 'withdrawn') await whenWithdrawn[purpose]?.(tx, personId);
        }
        return describe(tx, personId);
      });
    },
  };
}
