import { problems } from '../../contract/http';
import type { Role } from '../../contract/roles';
import type { Asker } from './asker';
import { refuse } from './refusal';

/** The field of the input that tells whose community the thing belongs to. */
export type Scope = 'communityId' | 'stationId' | 'merchantId';

/** Who may call an endpoint, over whose things. */
export interface Rule<A extends Asker | null = Asker | null> {
  readonly who: 'anyone' | 'signed_in' | 'member' | readonly Role[];
  /** `all`: what is public; `own`: the asker's own, nobody else's; else what belongs to the community found by this field. */
  readonly over: 'all' | 'own' | Scope;
  /**
   * Throws a refusal. What one may not know of is not found; what one knows of is forbidden. `communityId` is of what the
   * rule is about, `id` what the field names.
   */
  accept(asker: Asker | null, communityId: string | null, id: string | null): A;
  /** The verdict that travels as `can`, by the roles held in the community. */
  allows(roles: readonly Role[] | undefined): boolean;
}

function signedInOnly(asker: Asker | null): Asker {
  if (!asker) throw refuse(problems.unauthenticated);
  return asker;
}

/** Anyone, known or not, over what is public. */
export const anyone: Rule = { who: 'anyone', over: 'all', accept: (asker) => asker, allows: () => true };

/** A signed-in person, over their own things. */
export const own: Rule<Asker> = {
  who: 'signed_in',
  over: 'own',
  accept: signedInOnly,
  allows: () => true,
};

/** A member of the community in the path, over their own things there. */
export const member: Rule<Asker> = {
  who: 'member',
  over: 'own',
  accept(asker, communityId) {
    const known = signedInOnly(asker);
    if (communityId === null || !known.roles.has(communityId)) throw refuse(problems.not_found);
    return known;
  },
  allows: (roles) => roles !== undefined,
};

const oneOf = (roles: readonly Role[], held: readonly Role[] | undefined) =>
  held?.some((role) => roles.includes(role)) ?? false;

/** Holders of these roles in the community in the path. A stranger to it does not learn what is there. */
export function inCommunity(...roles: Role[]): Rule<Asker> {
  return {
    who: roles,
    over: 'communityId',
    accept(asker, communityId) {
      const known = member.accept(asker, communityId, null);
      if (!oneOf(roles, known.roles.get(communityId ?? ''))) throw refuse(problems.forbidden);
      return known;
    },
    allows: (held) => oneOf(roles, held),
  };
}

/** Holders of these roles in the community of the station in the path. A station is no secret. */
export function atStation(...roles: Role[]): Rule<Asker> {
  return {
    who: roles,
    over: 'stationId',
    accept(asker, communityId) {
      const known = signedInOnly(asker);
      if (!oneOf(roles, known.roles.get(communityId ?? ''))) throw refuse(problems.forbidden);
      return known;
    },
    allows: (held) => oneOf(roles, held),
  };
}

/** Who serves in the shop in the path, and holders of these roles in its community. To others its back room is not there. */
export function atMerchant(...roles: Role[]): Rule<Asker> {
  return {
    who: roles,
    over: 'merchantId',
    accept(asker, communityId, id) {
      const known = signedInOnly(asker);
      if (known.shops.has(id ?? '') || oneOf(roles, known.roles.get(communityId ?? ''))) return known;
      throw refuse(problems.not_found);
    },
    allows: (held) => oneOf(roles, held),
  };
}
