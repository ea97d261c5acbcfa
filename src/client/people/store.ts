import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  cancelMyDeletion,
  createMyExport,
  listMyExports,
  removeMyAvatar,
  requestMyDeletion,
  setMyAvatar,
  updateMe,
  type Company,
  type Export,
  type Me,
} from '../../contract/people';
import { failureOf, type Failure } from '../failure';
import { newKey } from '../idempotency-key';
import { Remote } from '../remote';
import type { RootStore } from '../root-store';

/** What a person changes about themselves; made by the pages. */
export class PersonStore {
  readonly exports: Remote<readonly Export[]>;
  isWorking = false;
  failure: Failure | null = null;

  constructor(private readonly root: RootStore) {
    this.exports = new Remote(root.parts);
    makeAutoObservable<PersonStore, 'root'>(
      this,
      { exports: false, root: false, failure: observableRef },
      { autoBind: true },
    );
  }

  setNickname(nickname: string): Promise<boolean> {
    return this.change(() => this.root.api.call(updateMe, { nickname }));
  }

  setCompany(company: Company | null): Promise<boolean> {
    return this.change(() => this.root.api.call(updateMe, { company }));
  }

  /** @param file what the device chose. */
  setAvatar(file: string): Promise<boolean> {
    return this.change(async () => {
      const image = await this.root.device.picture.shrink(file);
      return this.root.api.call(setMyAvatar, { image: image ?? '' });
    });
  }

  removeAvatar(): Promise<boolean> {
    return this.change(() => this.root.api.call(removeMyAvatar, {}));
  }

  loadExports(): Promise<void> {
    return this.exports.load({
      key: 'exports',
      copy: () => null,
      read: async () => (await this.root.api.call(listMyExports, {})).items,
    });
  }

  askForExport(): Promise<boolean> {
    const key = newKey(this.root.parts.clock.now());
    return this.work(async () => {
      const asked = await this.root.api.call(createMyExport, {}, { key });
      this.exports.take([asked, ...(this.exports.data ?? [])]);
    });
  }

  requestDeletion(): Promise<boolean> {
    return this.change(() => this.root.api.call(requestMyDeletion, {}));
  }

  cancelDeletion(): Promise<boolean> {
    return this.change(() => this.root.api.call(cancelMyDeletion, {}));
  }

  private change(ask: () => Promise<Me>): Promise<boolean> {
    return this.work(async () => this.root.sessions.showMe(await ask()));
  }

  private async work(ask: () => Promise<void>): Promise<boolean> {
    if (this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    try {
      await ask();
      return true;
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
