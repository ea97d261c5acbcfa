import { newTown, outang } from '../support/outang';
import type { TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import type { WechatStandIn } from '../support/wechat-stand-in';

/** Whose thing is asked for: one's own, somebody else's, what is public, or what belongs to a community. */
export type Whose = 'public' | 'own' | 'other’s' | 'here' | 'elsewhere';

export interface World {
  cloud: TestCloud;
  wechat: WechatStandIn;
  caller: MadePerson;
}

/** Values of the path, the query and the body, as one. */
export type Sample = (world: World) => Promise<Record<string, unknown>> | Record<string, unknown>;
export type Samples = Readonly<Partial<Record<Whose, Sample>>>;

export const here = { communityId: outang.id };
export const elsewhere = { communityId: newTown.id };
export const nothing: Sample = () => ({});

/** The same question in the community of the caller and in one they have nothing to do with. */
export const inBoth = (rest: object = {}): Samples => ({
  here: () => ({ ...here, ...rest }),
  elsewhere: () => ({ ...elsewhere, ...rest }),
});
/** A rider of the community, and what stands there in their name. */
export async function member({ cloud }: World, { communityId }: typeof here): Promise<MadePerson> {
  return makePerson(cloud, [{ communityId, roles: ['rider'] }]);
}

export const aboutBoth = (sample: (community: typeof here) => Sample): Samples => ({
  here: sample(here),
  elsewhere: sample(elsewhere),
});

export const days = { from: '2026-11-23', to: '2026-11-23' };
