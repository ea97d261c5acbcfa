import { statement } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';
import * as queries from './queries';

const collect = statement<{ device: string; createdAt: Date; usedAt: Date }>(
  'sessions_collect',
  `select device, created_at as "createdAt", used_at as "usedAt" from sessions where person_id = $1 order by created_at`,
);

/** Whoever becomes one with another signs in anew: sessions do not move. */
export const sessionsPersonalData: PersonalData = {
  title: '登录的设备',
  async collect(from, personId) {
    const rows = await from.rows(collect, [personId]);
    return rows.map(({ device, createdAt, usedAt }) => ({
      设备: device,
      登录时间: createdAt.toISOString(),
      最近使用: usedAt.toISOString(),
    }));
  },
  async forget(tx, personId) {
    await tx.run(queries.deleteAll, [personId]);
  },
  merge: () => Promise.resolve(),
};
