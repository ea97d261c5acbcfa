import { makeAutoObservable, observableRef } from 'mobx';
import { decideServiceCorrection, listServiceCorrections } from '../../../contract/service-desk';
import type { CorrectionCase } from '../../../contract/service-records';
import { isRefusedWith } from '../../failure';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

export type CorrectionView = 'asked' | 'granted' | 'declined';

interface Decision {
  readonly decision: 'grant' | 'decline';
  /** Granted; those proposed unless given. */
  readonly minutes: number | null;
  readonly reply: string;
}

/** Hours that volunteers want set right; of all, or of one's own activities. */
export class CorrectionsStore {
  readonly rows: RemoteList<CorrectionCase>;
  readonly working: Working;
  view: CorrectionView = 'asked';
  /** What is being decided. */
  open: CorrectionCase | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string | undefined,
  ) {
    this.rows = new RemoteList(root.parts);
    this.working = new Working(() => root.parts.clock.now());
    makeAutoObservable<CorrectionsStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, rows: false, working: false, open: observableRef },
      { autoBind: true },
    );
  }

  setView(view: CorrectionView): Promise<void> {
    this.view = view;
    return this.load();
  }

  show(one: CorrectionCase | null): void {
    this.open = one;
    this.working.forget();
  }

  load(): Promise<void> {
    const { view } = this;
    return this.rows.load({
      key: view,
      copy: () => null,
      readPage: async (cursor) => {
        const asked = { communityId: await this.where(), state: view, ...(cursor && { cursor }) };
        return this.root.api.call(listServiceCorrections, asked);
      },
    });
  }

  /** True when the cloud has it; who was slower sees how it stands now. */
  async decide({ decision, minutes, reply }: Decision): Promise<boolean> {
    const { open } = this;
    if (!open) return false;
    const { id: correctionId, version } = open;
    const isDone = await this.working.on(
      `${correctionId} ${decision} ${minutes ?? ''} ${reply}`,
      async () => {
        const answer = { decision, reply: reply.trim(), ...(minutes !== null && { minutes }) };
        const input = { communityId: await this.where(), correctionId, version, ...answer };
        await this.root.api.call(decideServiceCorrection, input);
      },
    );
    const { failure } = this.working;
    if (isDone || (failure && isRefusedWith(failure, 'conflict'))) await this.load();
    return isDone;
  }

  private async where(): Promise<string> {
    return this.communityId ?? (await this.root.communities.ready()).id;
  }
}
