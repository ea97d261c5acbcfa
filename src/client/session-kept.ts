import type { RootStore } from './root-store';

/**
 * What somebody has under way on things that are others' matter: there again as long as the app is open and they are
 * signed in, never on the device, which they may share.
 */
export class SessionKept<Kept> {
  private readonly all = new WeakMap<RootStore, { personId: string | null; byThing: Map<string, Kept> }>();

  of(root: RootStore, thingId: string, make: () => Kept): Kept {
    const personId = root.sessions.me?.id ?? null;
    let mine = this.all.get(root);
    if (mine?.personId !== personId) {
      mine = { personId, byThing: new Map() };
      this.all.set(root, mine);
    }
    const kept = mine.byThing.get(thingId) ?? make();
    mine.byThing.set(thingId, kept);
    return kept;
  }
}
