import { makeAutoObservable, observableRef } from 'mobx';
import {
  askServiceCorrection,
  getMyServiceRecord,
  withdrawServiceCorrection,
  type ServiceRecord,
} from '../../../contract/service-records';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';
import { minutesTyped } from '../typed-time';

interface CorrectionDraft {
  readonly hours: string;
  readonly minutes: string;
  readonly reason: string;
}

/** One record of one's own, and a wish to have it set right. */
export class CorrectionStore {
  readonly record: Remote<ServiceRecord>;
  readonly working: Working;
  draft: CorrectionDraft = { hours: '', minutes: '', reason: '' };

  constructor(
    private readonly root: RootStore,
    private readonly recordId: string,
  ) {
    this.record = new Remote(root.parts);
    this.working = new Working(() => root.parts.clock.now());
    makeAutoObservable<CorrectionStore, 'root' | 'recordId'>(
      this,
      { root: false, recordId: false, record: false, working: false, draft: observableRef },
      { autoBind: true },
    );
  }

  /** null where what was typed is no time. */
  get proposed(): number | null {
    return minutesTyped(this.draft);
  }

  get hasTyped(): boolean {
    return this.draft.hours.trim() !== '' || this.draft.minutes.trim() !== '';
  }

  get isSame(): boolean {
    return this.hasTyped && this.proposed === this.record.data?.minutes;
  }

  get canSend(): boolean {
    return this.hasTyped && this.proposed !== null && !this.isSame && this.draft.reason.trim() !== '';
  }

  write(change: Partial<CorrectionDraft>): void {
    this.draft = { ...this.draft, ...change };
  }

  async load(): Promise<void> {
    if (!this.root.sessions.isSignedIn) return;
    const { recordId } = this;
    await this.record.load({
      key: recordId,
      copy: () => `service.record.${recordId}`,
      read: async () => {
        const { id: communityId } = await this.root.communities.ready();
        return this.root.api.call(getMyServiceRecord, { communityId, recordId });
      },
    });
  }

  /** True when the cloud has it; what was written stays otherwise. */
  ask(): Promise<boolean> {
    const { recordId, proposed: proposedMinutes } = this;
    const reason = this.draft.reason.trim();
    if (proposedMinutes === null || !this.canSend) return Promise.resolve(false);
    return this.working.on(`ask ${proposedMinutes} ${reason}`, async (key) => {
      const { id: communityId } = await this.root.communities.ready();
      const input = { communityId, recordId, proposedMinutes, reason };
      this.record.take(await this.root.api.call(askServiceCorrection, input, { key }));
      this.write({ hours: '', minutes: '', reason: '' });
    });
  }

  withdraw(): Promise<boolean> {
    const correction = this.record.data?.correction;
    if (!correction) return Promise.resolve(false);
    const { id: correctionId, version } = correction;
    return this.working.on(`withdraw ${correctionId}`, async () => {
      const { id: communityId } = await this.root.communities.ready();
      const input = { communityId, correctionId, version };
      this.record.take(await this.root.api.call(withdrawServiceCorrection, input));
    });
  }
}
