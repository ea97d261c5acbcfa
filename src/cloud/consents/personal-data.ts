import type { PersonalData } from '../platform/personal-data';
import * as queries from './queries';
import { purposeNames, stateNames } from './texts';

export const consentsPersonalData: PersonalData = {
  title: '同意记录',
  async collect(from, personId) {
    const rows = await from.rows(queries.listAll, [personId]);
    return rows.map((row) => ({
      事项: purposeNames[row.purpose],
      答复: stateNames[row.state],
      说明版本: row.noticeVersion,
      时间: row.answeredAt.toISOString(),
    }));
  },
  async forget(tx, personId) {
    await tx.run(queries.forget, [personId]);
  },
  async merge(tx, from, into) {
    await tx.run(queries.merge, [from, into]);
  },
};
