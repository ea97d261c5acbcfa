import { problems, type InputOf } from '../../contract/http';
import { type Me, type Membership, type PersonSummary } from '../../contract/people';
import type { updateMeSchemas } from '../../contract/people.schema';
import type { Consents } from '../consents/service';
import type { Notify } from '../notices/service';
import type { Asker } from '../platform/asker';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { newId } from '../platform/ids';
import type { PersonalData } from '../platform/personal-data';
import { refuse } from '../platform/refusal';
import type { Sealing } from '../platform/sealing';
import type { Secrets } from '../platform/secrets';
import { policy } from '../policy';
import { avatarOf } from './avatars';
import { createDeletion } from './deletion';
import { createExports } from './exports';
import { createIdentities } from './identities';
import { createPhones, maskPhone } from './phones';
import * as queries from './queries';

export type { Agreement, Proof } from './identities';
export { peoplePersonalData } from './personal-data';

interface PeopleParts {
  database: Database;
  clock: Clock;
  changes: Changes;
  secrets: Secrets;
  sealing: Sealing;
  consents: Consents;
  notify: Notify;
  /** Of every concept, in the order in which a person is taken apart. */
  personalData: readonly PersonalData[];
}

const avatarUrl = (id: string | null) => id && `/api/avatars/${id}`;

function membershipOf({ roles, ...membership }: queries.MeRow['memberships'][number]): Membership {
  const counting = membership.status === 'paused' ? [] : roles;
  return {
    ...membership,
    roles,
    desk: {
      seeMembers: policy.listMembers.allows(counting),
      decideGridApplications: policy.decideGridApplication.allows(counting),
      setRoles: policy.setMemberRoles.allows(counting),
      seePartyReports: policy.listPartyReports.allows(counting),
      seeAudit: policy.listAuditEntries.allows(counting),
      seeDeliveries: policy.listDeliveries.allows(counting),
      seeMerchants: policy.listMerchants.allows(counting),
      seeCoupons: policy.listManagedCoupons.allows(counting),
      seeRedemptions: policy.listFlaggedRedemptions.allows(counting),
      managePoints: policy.updatePointRules.allows(counting),
      seeScreenings: policy.listScreenings.allows(counting),
      seeReports: policy.listCases.allows(counting.filter((role) => role !== 'grid_member')),
      decideReports: policy.moveReports.allows(counting),
      seeRequests: policy.listRequestCases.allows(counting),
      setRequestCategories: policy.setRequestCategories.allows(counting),
      seeRequestFigures: policy.getRequestFigures.allows(counting),
      seeActivities: policy.listMembers.allows(counting),
      setWorkingDays: policy.setWorkingDay.allows(counting),
      holdConsultations: policy.getConsultationDay.allows(counting),
      setActivityRules: policy.setActivityRules.allows(counting),
      seeService: policy.listServiceRecords.allows(counting),
      seeApiKeys: policy.listApiKeys.allows(counting),
      seeBulletins: policy.listManagedBulletins.allows(counting),
    },
  };
}

/** Characters nobody sees would make two people look like one. */
const hiddenPattern = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function nicknameOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const nickname = text.trim();
  if (!nickname || hiddenPattern.test(nickname))
    throw refuse(problems.invalid_input, { fields: { nickname: '请写 1–20 个看得见的字' } });
  return nickname;
}

function createDescription(phones: ReturnType<typeof createPhones>) {
  /** The person as they see themselves, inside a transaction too. */
  return async function describeMe(from: Queries, personId: string): Promise<Me> {
    const row = await from.row(queries.findMe, [personId]);
    if (!row) throw refuse(problems.unauthenticated);
    const [only] = row.memberships;
    return {
      id: personId,
      nickname: row.nickname,
      avatarUrl: avatarUrl(row.avatarId),
      company: row.company,
      phone: phones.open(personId, row.phoneSealed, row.phoneKeyId),
      identities: row.identities.map(({ linkedAt, ...identity }) => ({
        ...identity,
        linkedAt: new Date(linkedAt).toISOString(),
      })),
      currentCommunityId: row.currentCommunityId ?? only?.communityId ?? null,
      memberships: row.memberships.map(membershipOf),
      agreedNotice: row.agreedNotice,
      deletionDueAt: row.deletionDueAt?.toISOString() ?? null,
    };
  };
}

export type People = ReturnType<typeof createPeople>;

export function createPeople(parts: PeopleParts) {
  const { database, clock, sealing } = parts;
  const phones = createPhones(sealing);
  const identities = createIdentities({ ...parts, phones });
  const exports = createExports(parts);

  const describeMe = createDescription(phones);

  return {
    describeMe,
    identities,
    exports,
    ...createDeletion({ ...parts, describeMe }),
    /** Seals anew what an older key sealed. */
    resealPhones: () => phones.reseal(database),
    /** The number in clear goes; its keyed hash stays while it is a way to sign in. */
    forgetPhone: phones.forget,

    /** People as staff see them, by id; those who are gone are missing. */
    async describePeople(from: Queries, ids: readonly string[]): Promise<Map<string, PersonSummary>> {
      const rows = await from.rows(queries.listSummaries, [ids]);
      const summaries = rows.map(({ personId, nickname, avatarId, company, phoneSealed, phoneKeyId }) => {
        const phone = phones.open(personId, phoneSealed, phoneKeyId);
        const maskedPhone = phone && maskPhone(phone);
        return { personId, nickname, avatarUrl: avatarUrl(avatarId), company, maskedPhone };
      });
      return new Map(summaries.map((summary) => [summary.personId, summary]));
    },

    /** A signed-in person, about themselves. */
    getMe: ({ personId }: Asker): Promise<Me> => describeMe(database, personId),

    /** A signed-in person, about themselves. */
    async updateMe(input: InputOf<typeof updateMeSchemas>, { personId }: Asker): Promise<Me> {
      const { nickname, company, currentCommunityId } = input;
      const changed = await database.run(queries.update, [
        personId,
        nicknameOf(nickname),
        company ?? null,
        company !== undefined,
        currentCommunityId ?? null,
      ]);
      if (!changed)
        throw refuse(problems.not_found, { fields: { currentCommunityId: '请选您已加入的社区' } });
      return describeMe(database, personId);
    },

    /** A signed-in person. @param input.image Base64. */
    async setMyAvatar({ image }: { image: string }, { personId }: Asker): Promise<Me> {
      const picture = await avatarOf(image);
      await database.run(queries.putAvatar, [personId, newId(), picture, 'image/webp', clock.now()]);
      return describeMe(database, personId);
    },

    /** A signed-in person. */
    async removeMyAvatar({ personId }: Asker): Promise<Me> {
      await database.run(queries.deleteMyAvatar, [personId]);
      return describeMe(database, personId);
    },
  };
}
