import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { getReportPublicity, setReportPublicity, type Publicity } from '../../../contract/report-figures';
import { failureOf, type Failure } from '../../failure';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';

interface Ids {
  readonly communityId: string;
  readonly reportId: string;
}

/** What of a case is shown to the public. */
export class PublicityStore {
  readonly publicity: Remote<Publicity>;
  failure: Failure | null = null;
  isWorking = false;

  constructor(
    private readonly root: RootStore,
    private readonly ids: Ids,
  ) {
    this.publicity = new Remote(root.parts);
    makeAutoObservable<PublicityStore, 'root' | 'ids'>(
      this,
      { root: false, ids: false, publicity: false, failure: observableRef },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    return this.publicity.load({
      key: this.ids.reportId,
      copy: () => null,
      read: () => this.root.api.call(getReportPublicity, this.ids),
    });
  }

  /** One change at a time; it stands when the cloud says so. */
  async change(change: Partial<Publicity>): Promise<void> {
    const shown = this.publicity.data;
    if (!shown || this.isWorking) return;
    this.isWorking = true;
    this.failure = null;
    try {
      this.publicity.take(await this.root.api.call(setReportPublicity, { ...this.ids, ...shown, ...change }));
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }

  togglePhoto(mediaId: string): Promise<void> {
    const shown = this.publicity.data?.mediaIds ?? [];
    const rest = shown.filter((id) => id !== mediaId);
    return this.change({ mediaIds: rest.length < shown.length ? rest : [...shown, mediaId] });
  }
}
