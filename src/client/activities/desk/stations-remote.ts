import { listStations } from '../../../contract/stations';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import type { Landmark } from '../../ui/place-pick';

/** More stations than this no community has. */
const most = 100;

/** The stations of a community, by name and place. */
export class StationsRemote {
  readonly all: Remote<readonly Landmark[]>;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.all = new Remote(root.parts);
  }

  load(): Promise<void> {
    const { communityId } = this;
    return this.all.load({
      key: communityId,
      copy: () => `activities.stations.${communityId}`,
      read: async () =>
        (await this.root.api.call(listStations, { communityId, limit: most })).items.map(
          ({ id, name, position }) => ({ id, name, position }),
        ),
    });
  }
}
