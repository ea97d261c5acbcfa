import { problems } from '../../contract/http';
import { sessionProblems } from '../../contract/sessions';
import type { Consents } from '../consents/service';
import type { Notify } from '../notices/service';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import type { PersonalData } from '../platform/personal-data';
import { refuse } from '../platform/refusal';
import type { createPhones } from './phones';
import * as queries from './identity-queries';
import { createBecomeOne } from './become-one';
import { newcomer } from './texts';

/** How somebody proved who they are. */
export interface Proof {
  provider: 'wechat' | 'wechat_web' | 'phone';
  subject: string;
  unionid?: string | null;
  /** E.164, with the provider `phone`. */
  phone?: string;
}

/** What a newcomer agrees to before anything is kept of them. */
export interface Agreement {
  noticeVersion: string;
  isOldEnough: boolean;
}

interface Parts {
  clock: Clock;
  changes: Changes;
  consents: Consents;
  phones: ReturnType<typeof createPhones>;
  /** In the order in which a person is taken apart. */
  personalData: readonly PersonalData[];
  notify: Notify;
}

/** Writes down how a person is known. */
function createAttaching({ clock, phones }: Parts) {
  const insert = (tx: Queries, provider: queries.Provider, subject: string, personId: string) =>
    tx.run(queries.insertIdentity, [provider, subject, personId, clock.now(), newId()]);

  async function holderOf(tx: Queries, { provider, subject, unionid }: Proof) {
    return tx.row(queries.findHolder, [provider, subject, unionid ?? null]);
  }

  /** Keeps the unionid too; where it is somebody else's, the openid decides and nothing is joined. */
  async function attach(tx: Queries, personId: string, proof: Proof): Promise<boolean> {
    const isNew = (await insert(tx, proof.provider, proof.subject, personId)) > 0;
    if (proof.unionid) await insert(tx, 'wechat_union', proof.unionid, personId);
    if (isNew && proof.phone) await phones.set(tx, personId, proof.phone);
    return isNew;
  }

  return { holderOf, attach };
}

/** People who are here for the first time. */
function createNewcomers(
  { clock, consents }: Parts,
  { holderOf, attach }: ReturnType<typeof createAttaching>,
) {
  async function agree(tx: Queries, personId: string, { noticeVersion }: Agreement): Promise<void> {
    await consents.give(tx, personId, 'privacy_notice', noticeVersion);
    await consents.give(tx, personId, 'old_enough', noticeVersion);
  }

  async function create(tx: Queries, proof: Proof, agreement: Agreement | undefined): Promise<string> {
    if (!agreement) throw refuse(sessionProblems.agreement_required);
    if (!agreement.isOldEnough) throw refuse(sessionProblems.under_age);
    const id = newId();
    await tx.run(queries.insertPerson, [id, newcomer, clock.now()]);
    if (!(await attach(tx, id, proof))) {
      // Somebody was first, with the same identity, at the same moment.
      await tx.run(queries.deletePerson, [id]);
      const holder = await holderOf(tx, proof);
      if (!holder) throw refuse(problems.conflict);
      return holder.personId;
    }
    await agree(tx, id, agreement);
    if (proof.phone) await consents.give(tx, id, 'phone', agreement.noticeVersion);
    return id;
  }

  return { agree, create };
}

export function createIdentities(parts: Parts) {
  const { changes, phones } = parts;
  const becomeOne = createBecomeOne(parts);
  const { holderOf, attach } = createAttaching(parts);

  const { agree, create } = createNewcomers(parts, { holderOf, attach });

  return {
    /** The person who proved it, made when new: only who agreed, and is old enough. */
    async enter(tx: Queries, proof: Proof, agreement: Agreement | undefined): Promise<string> {
      const holder = await holderOf(tx, proof);
      if (!holder) return create(tx, proof, agreement);
      if (!holder.isDirect || proof.unionid) await attach(tx, holder.personId, proof);
      if (agreement?.isOldEnough) await agree(tx, holder.personId, agreement);
      return holder.personId;
    },

    /** Adds a way to sign in; whose it is already becomes one with the asker. Returns who remains. */
    async link(tx: Queries, personId: string, proof: Proof): Promise<string> {
      const [self] = await tx.rows(queries.lockPeople, [[personId]]);
      if (!self) throw refuse(problems.unauthenticated);
      if (self.isDemo) throw refuse(sessionProblems.demo_account);
      if (!(await attach(tx, personId, proof))) {
        const holder = await holderOf(tx, proof);
        if (!holder?.isDirect) throw refuse(sessionProblems.identity_clash);
        if (holder.personId !== personId) return becomeOne(tx, personId, holder.personId);
      }
      await changes.announce(tx, 'sessions', personId);
      return personId;
    },

    /** Takes a way to sign in out, never the last. A phone number goes with it. */
    async unlink(tx: Queries, personId: string, identityId: string): Promise<void> {
      await tx.rows(queries.lockPeople, [[personId]]);
      const gone = await tx.row(queries.deleteIdentity, [personId, identityId]);
      if (gone?.isPhone) await phones.forget(tx, personId);
      if (gone) return;
      const isThere = await tx.row(queries.findIdentity, [personId, identityId]);
      throw refuse(isThere ? sessionProblems.last_identity : problems.not_found);
    },

    async findDemo(from: Queries, account: string): Promise<string | null> {
      return (await from.row(queries.findHolder, ['demo', account, null]))?.personId ?? null;
    },

    /** The openid (or number's hash) by which a person is known to a provider. */
    async subjectOf(from: Queries, personId: string, provider: Proof['provider']): Promise<string | null> {
      return (await from.row(queries.findSubject, [personId, provider]))?.subject ?? null;
    },
  };
}
