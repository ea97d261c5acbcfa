import { makeAutoObservable } from 'mobx';
import {
  exportRequestFigures,
  getRequestFigures,
  type RequestFigureFormat,
  type RequestFigures,
} from '../../../contract/request-cases';
import { Monthly } from '../../monthly';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

/** What became of the requests of a month, category by category. */
export class FiguresStore {
  readonly monthly: Monthly<RequestFigures>;
  readonly working: Working;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.monthly = new Monthly({
      ...root.parts,
      name: `request-figures.${communityId}`,
      read: (month) => root.api.call(getRequestFigures, { communityId, from: month, to: month }),
    });
    this.working = new Working(() => root.parts.clock.now());
    makeAutoObservable<FiguresStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, monthly: false, working: false },
      { autoBind: true },
    );
  }

  /** Hands the month over as a file; false where the device cannot take it, null where it did not come. */
  async export(format: RequestFigureFormat): Promise<boolean | null> {
    const { communityId } = this;
    const { month } = this.monthly;
    let isTaken: boolean | null = null;
    await this.working.on(`${format}.${month}`, async () => {
      const file = await this.root.api.call(exportRequestFigures, {
        communityId,
        from: month,
        to: month,
        format,
      });
      isTaken = await this.root.device.download.handOver(file);
    });
    return isTaken;
  }
}
