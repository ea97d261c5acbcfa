import { draftNames } from '../draft-keys';
import { DraftsDoor } from '../drafts-door';
import type { PersonChange } from '../sessions/store';
import type { RequestsParts, RequestsStore } from './store';

/** The way to the requests, small enough for the first page. */
export class RequestsDoor {
  private readonly door: DraftsDoor<RequestsStore>;

  constructor(private readonly parts: Omit<RequestsParts, 'whenCounted'>) {
    const load = async () => this.opened((await import('./store')).openRequests);
    this.door = new DraftsDoor({ ...parts, name: draftNames.requests, load });
  }

  /** Drafts of the person shown. */
  get drafts(): number {
    return this.door.count;
  }

  /** For the pages, which have the store's code with them. */
  opened(make: (parts: RequestsParts) => RequestsStore): RequestsStore {
    return this.door.opened(() => make({ ...this.parts, whenCounted: this.door.show }));
  }

  /** There may be a way to the cloud now. */
  wake(): Promise<void> {
    return this.door.wake();
  }

  changePerson(change: PersonChange): void {
    this.door.changePerson(change);
  }
}
