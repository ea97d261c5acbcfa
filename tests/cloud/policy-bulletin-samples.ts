import type { BulletinState } from '../../src/contract/bulletins';
import { makeBulletin } from '../support/made-bulletin';
import { aboutBoth, here, inBoth, type Sample } from './policy-sample-kit';

const written = {
  category: 'notice',
  title: '周末停水通知',
  departmentId: null,
  source: null,
  audience: 'everyone',
  reach: 'community',
  blocks: [{ type: 'paragraph', runs: [{ text: '周六八点到十二点停水' }] }],
};

const aboutOne =
  (state: BulletinState, rest: object = {}) =>
  ({ communityId }: typeof here): Sample =>
  async ({ cloud }) => ({
    communityId,
    bulletinId: await makeBulletin(cloud, { communityId, state }),
    ...rest,
  });

const published: Sample = async ({ cloud }) => ({ bulletinId: await makeBulletin(cloud, here) });
/** Of the community of the caller, for those who live and work there. */
const forRiders: Sample = async ({ cloud }) => ({
  bulletinId: await makeBulletin(cloud, { ...here, audience: 'riders' }),
});

export const bulletinSamples = {
  listBulletins: { public: () => here },
  getBulletin: { public: published, here: forRiders },
  readBulletin: { public: published, here: forRiders },
  listManagedBulletins: inBoth(),
  getManagedBulletin: aboutBoth(aboutOne('draft')),
  listBulletinVersions: aboutBoth(aboutOne('published')),
  getBulletinFigures: aboutBoth(aboutOne('published')),
  createBulletin: inBoth(written),
  updateBulletin: aboutBoth(aboutOne('draft', { ...written, version: 1 })),
  scheduleBulletin: aboutBoth(
    aboutOne('draft', { publishAt: '2026-12-24T09:00:00+08:00', reminds: false, version: 1 }),
  ),
  publishBulletin: aboutBoth(aboutOne('draft', { reminds: false, version: 1 })),
  pinBulletin: aboutBoth(aboutOne('published', { until: null, version: 1 })),
  withdrawBulletin: aboutBoth(aboutOne('published', { reason: '写错了', version: 1 })),
};
