import type { PersonalData } from '../platform/personal-data';
import * as queries from './queries';

/** Entries stay, under a pseudonym that nothing leads from to a person any more. */
export const auditPersonalData: PersonalData = {
  title: '工作人员查看与权限变更记录',
  collect: (from, personId) => from.rows(queries.collect, [personId]),
  async forget(tx, personId) {
    await tx.run(queries.forget, [personId]);
  },
  async merge(tx, from, into) {
    await tx.run(queries.merge, [from, into]);
  },
};
