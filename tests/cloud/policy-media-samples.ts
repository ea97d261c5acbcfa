import { createHash, randomUUID } from 'node:crypto';
import type { policy } from '../../src/cloud/policy';
import { statement } from '../../src/cloud/platform/database';
import type { TestCloud } from '../support/cloud';
import { aboutBoth, elsewhere, here, member, type Sample, type Samples } from './policy-sample-kit';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const sha256 = createHash('sha256').update(picture).digest();

/** Under way, where the person is a member. */
const insertUpload = statement<object>(
  'test_upload',
  `insert into uploads (community_id, person_id, key, purpose, size, sha256, touched_at)
   select community_id, person_id, $3, 'report', $4, $5, $6 from memberships
   where community_id = $1 and person_id = $2`,
);
async function upload(cloud: TestCloud, { communityId }: typeof here, personId: string): Promise<string> {
  const key = randomUUID();
  const values = [communityId, personId, key, picture.length, sha256, cloud.clock.now()];
  await cloud.database.run(insertUpload, values);
  return key;
}

const own =
  (community: typeof here, rest: object = {}): Sample =>
  async ({ cloud, caller }) => ({
    ...community,
    uploadKey: await upload(cloud, community, caller.id),
    ...rest,
  });

const ofOthers =
  (rest: object = {}): Sample =>
  async (world) => {
    const { id } = await member(world, here);
    return { ...here, uploadKey: await upload(world.cloud, here, id), ...rest };
  };

const uploads = (rest: object = {}): Samples => ({
  own: own(here, rest),
  'other’s': ofOthers(rest),
  elsewhere: own(elsewhere, rest),
});

type Name = 'startUpload' | 'sendUploadBytes' | 'getUpload' | 'removeUpload';

export const mediaSamples: Readonly<Record<Name & keyof typeof policy, Samples>> = {
  startUpload: aboutBoth((community) => () => ({
    ...community,
    uploadKey: randomUUID(),
    purpose: 'report',
    size: picture.length,
    sha256: sha256.toString('hex'),
  })),
  sendUploadBytes: uploads({ offset: 0, bytes: picture }),
  getUpload: uploads(),
  removeUpload: uploads(),
};
