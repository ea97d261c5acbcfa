import { makeAutoObservable } from 'mobx';
import {
  createConsultation,
  listConsultationOffers,
  listConsultationSlots,
  type Consultation,
  type ConsultationOffer,
  type ConsultationSlot,
} from '../../../contract/consultations';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

interface Offers {
  readonly items: readonly ConsultationOffer[];
  readonly left: number;
}

/** Whom, which day, when. What is written stays when the time was taken by somebody else. */
export class BookStore {
  readonly offers: Remote<Offers>;
  readonly slots: Remote<readonly ConsultationSlot[]>;
  readonly working: Working;
  departmentId: string | null = null;
  day: string | null = null;
  slotId: string | null = null;
  note = '';

  constructor(
    private readonly root: RootStore,
    private readonly requestId: string | null,
    private readonly department: string | null,
  ) {
    this.working = new Working(root.parts.clock.now);
    this.offers = new Remote(root.parts);
    this.slots = new Remote(root.parts);
    makeAutoObservable<BookStore, 'root' | 'requestId' | 'department'>(
      this,
      { root: false, requestId: false, department: false, offers: false, slots: false, working: false },
      { autoBind: true },
    );
  }

  get offer(): ConsultationOffer | null {
    const items = this.offers.data?.items ?? [];
    const chosen = items.find(({ department }) => department.id === this.departmentId);
    return chosen ?? items.find(({ department }) => department.name === this.department) ?? items[0] ?? null;
  }

  /** The day asked for where the department has it, else its first. */
  get shownDay(): string | null {
    const days = this.offer?.days ?? [];
    return (days.find(({ day }) => day === this.day) ?? days[0])?.day ?? null;
  }

  get slot(): ConsultationSlot | null {
    return this.slots.data?.find(({ id }) => id === this.slotId) ?? null;
  }

  async load(): Promise<void> {
    const { api, communities } = this.root;
    await this.offers.load({
      key: 'offers',
      copy: () => null,
      read: async () => api.call(listConsultationOffers, { communityId: (await communities.ready()).id }),
    });
    await this.loadSlots();
  }

  chooseDepartment(id: string): Promise<void> {
    this.departmentId = id;
    return this.loadSlots();
  }

  chooseDay(day: string): Promise<void> {
    this.day = day;
    return this.loadSlots();
  }

  choose(slotId: string): void {
    this.slotId = slotId;
    this.working.forget();
  }

  write(note: string): void {
    this.note = note;
  }

  /** null where it was refused. */
  async book(): Promise<Consultation | null> {
    const { slot, requestId } = this;
    if (!slot) return null;
    const { api, communities } = this.root;
    const note = this.note.trim() || null;
    let made: Consultation | null = null;
    const isDone = await this.working.on(JSON.stringify([slot.id, note]), async (key) => {
      const communityId = (await communities.ready()).id;
      made = await api.call(createConsultation, { communityId, slotId: slot.id, note, requestId }, { key });
    });
    // Somebody else may have been quicker: what is free now.
    if (!isDone && this.working.failure?.kind === 'refused') await this.load();
    return made;
  }

  private async loadSlots(): Promise<void> {
    const { offer, shownDay: day } = this;
    if (!offer || !day) return this.slots.reset();
    const { api, communities } = this.root;
    const departmentId = offer.department.id;
    await this.slots.load({
      key: `${departmentId} ${day}`,
      copy: () => null,
      read: async () => {
        const communityId = (await communities.ready()).id;
        return (await api.call(listConsultationSlots, { communityId, departmentId, day })).items;
      },
    });
  }
}
