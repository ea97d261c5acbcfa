import { makeActivity } from '../support/made-activity';
import { elderFacts } from '../support/elder-facts';
import { makeElder } from '../support/made-elder';
import { aboutBoth, here, type Samples } from './policy-sample-kit';

const visit = { kind: 'elder_visit' } as const;
const aboutVisit = (rest: object = {}): Samples =>
  aboutBoth((place) => async ({ cloud }) => ({
    ...place,
    activityId: await makeActivity(cloud, { ...visit, ...place }),
    ...rest,
  }));
const aboutElder = (rest: object = {}): Samples =>
  aboutBoth((place) => async ({ cloud }) => {
    const ids = { ...place, activityId: await makeActivity(cloud, { ...visit, ...place }) };
    return { ...ids, elderId: await makeElder(cloud, ids), ...rest };
  });

export const visitSamples = {
  listElders: aboutVisit(),
  getElder: aboutElder(),
  createElder: aboutVisit(elderFacts),
  updateElder: aboutElder({ ...elderFacts, version: 1 }),
  removeElder: aboutElder(),
  getVisitSheet: {
    own: async ({ cloud, caller }) => ({
      activityId: await makeActivity(cloud, { ...visit, ...here, leaderId: caller.id }),
    }),
    'other’s': async ({ cloud }) => ({ activityId: await makeActivity(cloud, { ...visit, ...here }) }),
  },
} satisfies Readonly<Record<string, Samples>>;
