import { makeAutoObservable } from 'mobx';
import {
  createConsultationHours,
  endConsultationHours,
  listConsultationHours,
  removeConsultationDayOff,
  setConsultationDayOff,
  updateConsultationHours,
  type ConsultationHours,
  type ConsultationHoursList,
} from '../../../contract/consultation-desk';
import { listRequestCategories, type RequestCategory } from '../../../contract/requests';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';
import { saidOf, type HoursDraft } from './hours-draft';

/** When officers can be consulted, for those who set it. */
export class HoursStore {
  readonly list: Remote<ConsultationHoursList>;
  readonly topics: Remote<readonly RequestCategory[]>;
  readonly working: Working;
  /** Why appointments in the way are called off, once that is asked. */
  reason = '';

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.list = new Remote(root.parts);
    this.topics = new Remote(root.parts);
    this.working = new Working(root.parts.clock.now);
    makeAutoObservable<HoursStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, list: false, topics: false, working: false },
      { autoBind: true },
    );
  }

  /** Somebody has an appointment that would not be there any more. */
  get isInTheWay(): boolean {
    const { failure } = this.working;
    return failure?.kind === 'refused' && failure.code === 'hours_booked';
  }

  async load(): Promise<void> {
    const { communityId } = this;
    const { api } = this.root;
    await this.list.load({
      key: communityId,
      copy: () => null,
      read: () => api.call(listConsultationHours, { communityId }),
    });
    await this.topics.load({
      key: communityId,
      copy: () => null,
      read: async () => (await api.call(listRequestCategories, { communityId })).items,
    });
  }

  begin(): void {
    this.reason = '';
    this.working.forget();
  }

  writeReason(reason: string): void {
    this.reason = reason;
  }

  save(draft: HoursDraft, known: ConsultationHours | null): Promise<boolean> {
    const { communityId } = this;
    const { api } = this.root;
    const said = saidOf(draft);
    return this.change(JSON.stringify(['save', draft, this.reason]), async (key) => {
      if (known) {
        const { id: hoursId, version } = known;
        await api.call(updateConsultationHours, { communityId, hoursId, version, ...said, ...this.callOff });
      } else {
        const { officerId, departmentId } = draft;
        const whose = { communityId, officerId, departmentId };
        await api.call(createConsultationHours, { ...whose, ...said }, { key });
      }
    });
  }

  end({ id: hoursId, version }: ConsultationHours): Promise<boolean> {
    const { communityId } = this;
    return this.change(JSON.stringify(['end', hoursId, this.reason]), async (key) => {
      const input = { communityId, hoursId, version, ...this.callOff };
      await this.root.api.call(endConsultationHours, input, { key });
    });
  }

  takeOff(officerId: string, day: string, note: string): Promise<boolean> {
    const { communityId } = this;
    return this.change(`off ${officerId} ${day}`, async () => {
      const input = { communityId, officerId, day, note: note.trim() || null, ...this.callOff };
      await this.root.api.call(setConsultationDayOff, input);
    });
  }

  comeBack(officerId: string, day: string): Promise<boolean> {
    const { communityId } = this;
    return this.change(`back ${officerId} ${day}`, async () => {
      await this.root.api.call(removeConsultationDayOff, { communityId, officerId, day });
    });
  }

  /** Only once those in the way were named and a reason was given. */
  private get callOff() {
    const reason = this.reason.trim();
    return reason === '' ? {} : { callOff: { reason } };
  }

  private async change(what: string, act: (key: string) => Promise<void>): Promise<boolean> {
    const isDone = await this.working.on(what, act);
    if (isDone) await this.load();
    return isDone;
  }
}
