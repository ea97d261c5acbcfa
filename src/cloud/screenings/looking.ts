import type { ScreeningRules } from '../../contract/screenings';
import type { Clock } from '../platform/clock';
import type { Queries } from '../platform/database';
import * as queries from './queries';
import { createFilters, rulesOf } from './rules';
import type { PartIds, Settling } from './settling';

const pass = { verdict: 'pass', why: null } as const;

/** What becomes of a picture that WeChat cannot check. */
function opinionOfPicture(source: queries.Source, { localPictures }: ScreeningRules): queries.Opinion {
  // Who works here has looked at what they show.
  if (source === 'staff') return { ...pass, checkedBy: 'person' };
  if (localPictures === 'trust') return { ...pass, checkedBy: 'none' };
  return { verdict: 'review', checkedBy: 'none', why: 'local' };
}

/** What becomes of a part about which WeChat cannot say anything; of words the list has not said anything either. */
export function localOpinion(
  kind: queries.OpenPart['kind'],
  source: queries.Source,
  rules: ScreeningRules,
): queries.Opinion {
  return kind === 'words' ? { ...pass, checkedBy: 'words' } : opinionOfPicture(source, rules);
}

interface LookingParts {
  clock: Clock;
  settling: Settling;
  /** Whether there is a WeChat to be asked. */
  asksWechat: boolean;
}

/** The first look: what we can say ourselves. The rest is asked of WeChat. */
export function createLooking({ clock, settling, asksWechat }: LookingParts) {
  const filterOf = createFilters();

  return async function look(
    tx: Queries,
    { communityId, screeningId }: { communityId: string; screeningId: string },
  ): Promise<void> {
    const ids = { communityId, screeningId };
    const round = await settling.hold(tx, ids);
    if (round?.state !== 'checking') return;
    const { source, openid } = round;
    const rules = await rulesOf(tx, communityId);
    const filter = filterOf(communityId, rules);
    const isWechats = asksWechat && source === 'weapp' && openid !== null;

    async function lookAt({ number, kind, texts }: queries.OpenPart): Promise<void> {
      const part: PartIds = { ...ids, number };
      const hits = texts.flatMap(({ text }, at) => filter.find(text).map((hit) => ({ at, ...hit })));
      if (hits.length > 0)
        return settling.note(tx, part, { verdict: 'review', checkedBy: 'words', why: 'words', hits });
      if (!isWechats) return settling.note(tx, part, localOpinion(kind, source, rules));
      await tx.run(queries.askSoon, [communityId, screeningId, number, clock.now()]);
    }

    for (const part of await tx.rows(queries.listUndecided, [communityId, screeningId])) await lookAt(part);
    await settling.settle(tx, ids, round);
  };
}
