import { makeAutoObservable } from 'mobx';
import { cancelConsultation, getConsultation, type Consultation } from '../../../contract/consultations';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

/** One appointment of its person. */
export class ConsultationStore {
  readonly one: Remote<Consultation>;
  readonly working: Working;

  constructor(
    private readonly root: RootStore,
    private readonly consultationId: string,
  ) {
    this.working = new Working(root.parts.clock.now);
    this.one = new Remote(root.parts);
    makeAutoObservable<ConsultationStore, 'root' | 'consultationId'>(
      this,
      { root: false, consultationId: false, one: false, working: false },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { consultationId } = this;
    return this.one.load({
      key: consultationId,
      copy: () => `consultations.${consultationId}`,
      read: () => this.root.api.call(getConsultation, { consultationId }),
    });
  }

  async cancel(): Promise<boolean> {
    const known = this.one.data;
    if (!known) return false;
    const { id: consultationId, version } = known;
    const isDone = await this.working.on(`cancel ${version}`, async (key) => {
      this.one.take(await this.root.api.call(cancelConsultation, { consultationId, version }, { key }));
    });
    if (!isDone && this.working.failure?.kind === 'refused') await this.load();
    return isDone;
  }
}
