import { makeAutoObservable } from 'mobx';
import {
  callOffConsultation,
  getConsultationDay,
  settleConsultation,
  type ConsultationDay,
  type DeskConsultation,
} from '../../../contract/consultation-desk';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

/** A day of an officer. Nothing of it is kept on the device. */
export class DayStore {
  readonly day: Remote<ConsultationDay>;
  readonly working: Working;
  officerId: string | null = null;

  constructor(
    private readonly root: RootStore,
    readonly communityId: string,
    private date: string | null,
  ) {
    this.day = new Remote(root.parts);
    this.working = new Working(root.parts.clock.now);
    makeAutoObservable<DayStore, 'root'>(
      this,
      { root: false, communityId: false, day: false, working: false },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { communityId, officerId, date: day } = this;
    return this.day.load({
      key: `${officerId ?? ''} ${day ?? ''}`,
      copy: () => null,
      read: () =>
        this.root.api.call(getConsultationDay, {
          communityId,
          ...(officerId && { officerId }),
          ...(day && { day }),
        }),
    });
  }

  show({ officerId, day }: { officerId?: string; day?: string }): Promise<void> {
    this.officerId = officerId ?? this.officerId;
    this.date = day ?? this.date;
    this.working.forget();
    return this.load();
  }

  settle({ id: consultationId, version }: DeskConsultation, outcome: 'held' | 'missed'): Promise<boolean> {
    const { communityId } = this;
    return this.act(`${outcome} ${consultationId}`, (key) =>
      this.root.api.call(settleConsultation, { communityId, consultationId, outcome, version }, { key }),
    );
  }

  callOff({ id: consultationId, version }: DeskConsultation, reason: string): Promise<boolean> {
    const { communityId } = this;
    return this.act(`off ${consultationId} ${reason}`, (key) =>
      this.root.api.call(callOffConsultation, { communityId, consultationId, reason, version }, { key }),
    );
  }

  private async act(what: string, ask: (key: string) => Promise<DeskConsultation>): Promise<boolean> {
    const isDone = await this.working.on(what, async (key) => void (await ask(key)));
    if (isDone || this.working.failure?.kind === 'refused') await this.load();
    return isDone;
  }
}
