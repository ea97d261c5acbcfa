import { statement } from '../../src/cloud/platform/database';
import { newId } from '../../src/cloud/platform/ids';
import { aboutBoth, inBoth, type here, type Sample } from './policy-sample-kit';

const insertWaiting = statement<object>(
  'test_screening_waiting',
  `insert into screenings (community_id, id, subject_kind, subject_id, round, source, state, started_at, waiting_since)
   values ($1, $2, 'report', $3, 1, 'h5', 'waiting', $4, $4)`,
);

const aboutScreening =
  (community: typeof here): Sample =>
  async ({ cloud }) => {
    const screeningId = newId();
    const values = [community.communityId, screeningId, newId(), cloud.clock.now()];
    await cloud.database.run(insertWaiting, values);
    return { ...community, screeningId, decision: 'pass' };
  };

const currentVersion = statement<{ version: number }>(
  'test_screening_rules_version',
  'select version from screening_rules where community_id = $1',
);
const aboutRules =
  ({ communityId }: typeof here): Sample =>
  async ({ cloud }) => {
    const version = (await cloud.database.row(currentVersion, [communityId]))?.version ?? 0;
    return { communityId, localPictures: 'review', addedWords: ['某词'], allowedWords: [], version };
  };

export const screeningSamples = {
  listScreenings: inBoth(),
  decideScreening: aboutBoth(aboutScreening),
  getScreeningRules: inBoth(),
  updateScreeningRules: aboutBoth(aboutRules),
};
