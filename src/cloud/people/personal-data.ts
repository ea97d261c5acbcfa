import { companyNames } from '../../contract/people';
import type { PersonalData } from '../platform/personal-data';
import type { Sealing } from '../platform/sealing';
import * as identities from './identity-queries';
import { createPhones } from './phones';
import * as queries from './queries';
import { identityNames } from './texts';

/** The person themselves: the last to be taken apart. */
export function peoplePersonalData(sealing: Sealing): PersonalData {
  const phones = createPhones(sealing);
  return {
    title: '个人资料',
    async collect(from, personId) {
      const row = await from.row(queries.findMe, [personId]);
      if (!row) return null;
      return {
        编号: personId,
        昵称: row.nickname,
        头像: row.avatarId ? '已上传' : '没有',
        骑行公司: row.company && companyNames[row.company],
        手机号: phones.open(personId, row.phoneSealed, row.phoneKeyId),
        登录方式: row.identities.map(({ kind, linkedAt }) => ({
          方式: identityNames[kind],
          绑定时间: new Date(linkedAt).toISOString(),
        })),
        注销时间: row.deletionDueAt?.toISOString() ?? null,
      };
    },
    async forget(tx, personId) {
      await tx.run(identities.deleteAvatar, [personId]);
      await tx.run(identities.forgetIdentities, [personId]);
      await tx.run(queries.forgetExports, [personId]);
      await tx.run(identities.deletePerson, [personId]);
    },
    // Identities, phone and picture move first of all, where two people become one.
    merge: () => Promise.resolve(),
  };
}
