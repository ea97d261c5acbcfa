import type { PersonalData } from '../platform/personal-data';
import { deletePasses } from './queries';

/** What a phone signs its code with; who becomes one with another gets a new one. */
export const passesPersonalData: PersonalData = {
  title: '骑手码',
  collect: () => Promise.resolve([]),
  async forget(tx, personId) {
    await tx.run(deletePasses, [personId]);
  },
  async merge(tx, from) {
    await tx.run(deletePasses, [from]);
  },
};
