import { getBulletin, readBulletin, type Bulletin } from '../../../contract/bulletins';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';

/** One bulletin, as it is read. */
export class BulletinStore {
  readonly bulletin: Remote<Bulletin>;
  /** Each opening of the page counts once. */
  private isCounted = false;

  constructor(
    private readonly root: RootStore,
    private readonly bulletinId: string,
  ) {
    this.bulletin = new Remote(root.parts);
  }

  async load(): Promise<void> {
    const { bulletinId, root } = this;
    await this.bulletin.load({
      key: 'bulletin',
      copy: () => `bulletins.one.${bulletinId}`,
      read: () => root.api.call(getBulletin, { bulletinId }),
    });
    if (this.bulletin.status !== 'ready' || this.isCounted) return;
    this.isCounted = true;
    // That it was opened is of use to the community, not to who reads: without a connection it goes uncounted.
    await root.api.call(readBulletin, { bulletinId }).catch(() => undefined);
  }
}
