import type { Consents } from '../consents/service';
import type { People } from '../people/service';
import type { Queries } from '../platform/database';
import { nameless } from './texts';

/** 陈师傅 → 陈**: enough to call somebody at the counter. */
const masked = (nickname: string): string => `${Array.from(nickname)[0] ?? ''}**`;

interface RidersParts {
  consents: Pick<Consents, 'whoGave'>;
  people: Pick<People, 'describePeople'>;
}

/** Riders as shops see them, by id: masked, and nameless where they share no name. */
export async function ridersAt(
  { consents, people }: RidersParts,
  from: Queries,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const sharing = await consents.whoGave(from, 'share_with_merchants', known);
  const summaries = await people.describePeople(from, [...sharing]);
  return (id) => {
    const person = summaries.get(id ?? '');
    return person ? masked(person.nickname) : nameless;
  };
}
