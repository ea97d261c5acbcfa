import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Media } from '../media/service';
import type { Notify } from '../notices/service';
import type { People } from '../people/service';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { createAnnouncing } from './announcing';
import { createChanging } from './changing';
import { createDeskLooks, createMaking } from './desk';
import { createDeskViews } from './desk-views';
import { keepActivities } from './known';
import { createAfterPhotos } from './photos';
import { createFinding } from './finding';
import { createLooking, createOwn } from './rider';
import { createAdding, createRemoving, createSignUpLooks } from './sign-up-desk';
import { createSigningUp } from './signing-up';
import { createTelling } from './telling';
import { createViews } from './views';

export { serveActivityCalendar } from './calendar';
export { activitiesPersonalData, forgetSignUps } from './personal-data';

export interface ActivitiesParts {
  database: Database;
  clock: Clock;
  changes: Changes;
  communities: Communities;
  audit: Audit;
  media: Media;
  people: People;
  notify: Notify;
  /** Makes the person a member, unless they are one. */
  join: (tx: Queries, communityId: string, personId: string) => Promise<void>;
  /** Until when somebody who did not come too often can not sign up; null: they can. */
  pauseOf: (from: Queries, communityId: string, personId: string) => Promise<Date | null>;
}

export type Activities = ReturnType<typeof createActivities>;

/** What goes on in a community, and who comes. */
export function createActivities(parts: ActivitiesParts) {
  const known = keepActivities(parts);
  const views = createViews(parts);
  const telling = createTelling(parts);
  const rider = { ...parts, views };
  const deskViews = createDeskViews(rider);
  const desk = { ...parts, deskViews };
  return {
    ...createLooking(rider),
    ...createOwn(rider),
    ...createSigningUp({ ...rider, known }),
    ...createDeskLooks(desk),
    ...createMaking(desk),
    ...createChanging({ ...desk, known }),
    ...createAnnouncing({ ...desk, known }),
    ...createSignUpLooks(desk),
    ...createAdding(desk),
    ...createRemoving(desk),
    ...createAfterPhotos(parts, deskViews),
    ...createFinding(),
    /** For the jobs. */
    telling,
  };
}
