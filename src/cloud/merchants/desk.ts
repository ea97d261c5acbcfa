import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import { merchantProblems, type ManagedMerchant } from '../../contract/merchants';
import type {
  createMerchantSchemas,
  decideMerchantApplicationSchemas,
  listMerchantsSchemas,
  setMerchantStatusSchemas,
  updateMerchantSchemas,
} from '../../contract/merchants.schema';
import type { Role } from '../../contract/roles';
import type { Asker } from '../platform/asker';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import { statusesBefore } from './machine';
import * as queries from './queries';
import type { createClerks } from './clerks';
import { factsOf, merchantOf, shopOf } from './shop';
import type { MerchantsParts, Shops } from './service';

const noId = '00000000-0000-0000-0000-000000000000';
/** Where an applicant hears more. */
const myShopsPage = 'merchants/shop/mine';

interface Ids {
  communityId: string;
  merchantId: string;
}

/** What holders of these roles may do about a community's shops. */
const canIn = (roles: readonly Role[] | undefined) => ({
  create: policy.createMerchant.allows(roles),
  change: policy.updateMerchant.allows(roles),
  serve: policy.listClerks.allows(roles),
});

const cursorOf = ({ status, appliedAt, name, id }: queries.MerchantRecord): string =>
  encodeCursor([String(status !== 'draft' || appliedAt === null), name, id]);

function createViews({ communities, people, clock }: MerchantsParts) {
  /** Whoever applied is shown by name only where one merchant is looked at. */
  return async function viewOf(
    from: Queries,
    record: queries.MerchantRecord,
    isApplicantShown: boolean,
    can: ManagedMerchant['can'] = { serve: true, change: true },
  ): Promise<ManagedMerchant> {
    const community = await communities.describe(from, record.communityId);
    const { agreementFrom, agreementTo, appliedBy, appliedAt, declineReason, version } = record;
    const known = isApplicantShown && appliedBy ? await people.describePeople(from, [appliedBy]) : null;
    const application = appliedAt && {
      applicant: known?.get(appliedBy ?? '') ?? null,
      appliedAt: localIso(community.timeZone, appliedAt.getTime()),
      declineReason,
    };
    return {
      ...merchantOf(shopOf(record, community), clock.now().getTime(), { serve: can.serve }),
      can,
      agreementFrom,
      agreementTo,
      application,
      version,
    };
  };
}

type View = ReturnType<typeof createViews>;

function createLooks({ database, audit }: MerchantsParts, viewOf: View) {
  return {
    /** Staff, organiser, admin or auditor. */
    async listMerchants(
      {
        communityId,
        status,
        isApplication = false,
        search,
        cursor,
        limit = pageLimits.default,
      }: InputOf<typeof listMerchantsSchemas>,
      { roles }: Asker,
    ): Promise<AnswerOf<typeof listMerchantsSchemas>> {
      const first = ['false', '', noId];
      const [isOther = '', name = '', id = ''] = cursor === undefined ? first : decodeCursor(cursor, 3);
      if (!/^(true|false)$/.test(isOther) || !/^[0-9a-f-]{36}$/.test(id))
        throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
      const filters = [communityId, status ?? null, isApplication, search?.trim() || null];
      const rows = await database.rows(queries.list, [...filters, isOther, name, id, limit + 1]);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const can = canIn(roles.get(communityId));
      const counted = await database.row(queries.countWaiting, [communityId]);
      return {
        can,
        waiting: counted?.waiting ?? 0,
        items: await Promise.all(page.map((record) => viewOf(database, record, false, can))),
        nextCursor: rows.length > page.length && last ? cursorOf(last) : null,
      };
    },

    /** Staff, organiser, admin or auditor; a look at who applied is written down. */
    async getManagedMerchant({ communityId, merchantId }: Ids, asker: Asker): Promise<ManagedMerchant> {
      return database.transaction(async (tx) => {
        const record = await tx.row(queries.find, [communityId, merchantId]);
        if (!record) throw refuse(problems.not_found);
        const { appliedBy: subjectId } = record;
        const actorId = asker.personId;
        if (subjectId)
          await audit.record(tx, { communityId, actorId, subjectId, action: 'merchant_applicant_viewed' });
        return viewOf(tx, record, true, canIn(asker.roles.get(communityId)));
      });
    },
  };
}

function demandDates({ agreementFrom, agreementTo }: InputOf<typeof createMerchantSchemas>): void {
  if (agreementFrom !== null && agreementTo !== null && agreementTo < agreementFrom)
    throw refuse(merchantProblems.agreement_dates, { fields: { agreementTo: '不能早于开始日期' } });
}

/** What kept a change from happening. */
async function refusalOf(tx: Queries, { communityId, merchantId }: Ids, version: number) {
  const current = await tx.row(queries.find, [communityId, merchantId]);
  if (!current) return refuse(problems.not_found);
  return refuse(current.version === version ? merchantProblems.merchant_status : problems.conflict);
}

interface Decision {
  decision: 'approve' | 'decline';
  reason: string | null;
  actorId: string;
}

function createDecisions(
  { database, communities, audit, notify }: MerchantsParts,
  { changed }: Pick<Shops, 'changed'>,
  { addClerk }: Pick<ReturnType<typeof createClerks>, 'addClerk'>,
  viewOf: View,
) {
  /** The applicant serves there from now on, and is told. */
  async function tell(tx: Queries, record: queries.MerchantRecord, { decision, reason, actorId }: Decision) {
    const { communityId, id: merchantId, appliedBy: personId, name: merchant } = record;
    if (!personId) return;
    const isApproved = decision === 'approve';
    if (isApproved) await addClerk(tx, communityId, merchantId, personId);
    const { name: community } = await communities.describe(tx, communityId);
    const values = { community, merchant, isApproved, reason };
    await notify(tx, { personId, communityId, kind: 'merchant_decision', values, link: myShopsPage });
    const action = 'merchant_application_decided';
    await audit.record(tx, { communityId, actorId, subjectId: personId, action, details: { decision } });
  }

  return {
    /** Staff, organiser or admin. The applicant serves there from now on, and is told. */
    async decideMerchantApplication(
      input: InputOf<typeof decideMerchantApplicationSchemas>,
      asker: Asker,
    ): Promise<ManagedMerchant> {
      const { communityId, merchantId, decision, version } = input;
      const isApproved = decision === 'approve';
      const reason = isApproved ? null : (input.reason?.trim() ?? '');
      if (reason === '')
        throw refuse(merchantProblems.merchant_reason_missing, { fields: { reason: '请写一句原因' } });
      return database.transaction(async (tx) => {
        const status = isApproved ? 'active' : 'ended';
        const values = [communityId, merchantId, version, status, reason];
        const record = await tx.row(queries.decide, values);
        if (!record) throw await refusalOf(tx, input, version);
        await changed(tx, record);
        await tell(tx, record, { reason, decision, actorId: asker.personId });
        return viewOf(tx, record, true);
      });
    },
  };
}

/** What staff do about merchants. */
export function createDesk(
  parts: MerchantsParts,
  shops: Pick<Shops, 'changed'>,
  clerks: Pick<ReturnType<typeof createClerks>, 'addClerk'>,
) {
  const { database, clock } = parts;
  const { changed } = shops;
  const viewOf = createViews(parts);

  return {
    ...createLooks(parts, viewOf),
    ...createDecisions(parts, shops, clerks, viewOf),

    /** Staff, organiser or admin: a draft. */
    async createMerchant(
      input: InputOf<typeof createMerchantSchemas>,
      tx: Queries,
    ): Promise<ManagedMerchant> {
      demandDates(input);
      const { communityId, agreementFrom, agreementTo } = input;
      const dates = [agreementFrom, agreementTo, clock.now(), null];
      const record = await tx.row(queries.insert, [communityId, newId(), ...factsOf(input), ...dates]);
      if (!record) throw refuse(problems.conflict);
      await changed(tx, record);
      return viewOf(tx, record, false);
    },

    /** Staff, organiser or admin. */
    async updateMerchant(input: InputOf<typeof updateMerchantSchemas>): Promise<ManagedMerchant> {
      demandDates(input);
      const { communityId, merchantId, agreementFrom, agreementTo, version } = input;
      return database.transaction(async (tx) => {
        const ids = [communityId, merchantId, version];
        const record = await tx.row(queries.update, [...ids, ...factsOf(input), agreementFrom, agreementTo]);
        if (!record) throw await refusalOf(tx, input, version);
        await changed(tx, record);
        return viewOf(tx, record, false);
      });
    },

    /** Staff, organiser or admin. */
    async setMerchantStatus(input: InputOf<typeof setMerchantStatusSchemas>): Promise<ManagedMerchant> {
      const { communityId, merchantId, status, version } = input;
      return database.transaction(async (tx) => {
        const values = [communityId, merchantId, version, status, statusesBefore(status)];
        const record = await tx.row(queries.setStatus, values);
        if (!record) throw await refusalOf(tx, input, version);
        await changed(tx, record);
        return viewOf(tx, record, false);
      });
    },
  };
}
