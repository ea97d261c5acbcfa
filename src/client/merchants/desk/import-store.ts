import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  getMerchantTemplate,
  importLimits,
  importMerchants,
  type ImportResult,
} from '../../../contract/merchant-imports';
import { failureOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import type { ChosenFile } from '../../platform/file';
import type { RootStore } from '../../root-store';

/** A spreadsheet of shops: chosen, looked at, imported whole. */
export class ImportStore {
  chosen: ChosenFile | null = null;
  /** What the look found; null before it, and after a failure. */
  looked: ImportResult | null = null;
  /** How many were made. */
  created = 0;
  isWorking = false;
  isTooBig = false;
  /** The device keeps no files. */
  hasNoPlace = false;
  failure: Failure | null = null;

  private key: string | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    makeAutoObservable<ImportStore, 'root' | 'communityId' | 'key'>(
      this,
      {
        root: false,
        communityId: false,
        key: false,
        chosen: observableRef,
        looked: observableRef,
        failure: observableRef,
      },
      { autoBind: true },
    );
  }

  get canImport(): boolean {
    return this.looked !== null && this.looked.problems.length === 0 && this.created === 0;
  }

  async downloadTemplate(): Promise<void> {
    const { api, device } = this.root;
    await this.work(async () => {
      const file = await api.call(getMerchantTemplate, { communityId: this.communityId });
      const isKept = await device.download.handOver(file);
      runInAction(() => (this.hasNoPlace = !isKept));
    });
  }

  async choose(): Promise<void> {
    const chosen = await this.root.device.filePicker.choose(['xlsx', 'csv']);
    if (!chosen) return;
    runInAction(() => {
      this.chosen = chosen;
      this.looked = null;
      this.created = 0;
      this.isTooBig = chosen.file.length > importLimits.base64Length;
      this.key = newKey(this.root.parts.clock.now());
    });
    if (!this.isTooBig) await this.look();
  }

  /** Nothing is made by it. */
  look(): Promise<void> {
    return this.send(true);
  }

  import(): Promise<void> {
    return this.send(false);
  }

  private async send(dryRun: boolean): Promise<void> {
    const { chosen, communityId, key } = this;
    if (!chosen || key === null) return;
    await this.work(async () => {
      const input = { communityId, file: chosen.file, dryRun };
      // A look keeps nothing, so it takes no key away from the import.
      const looked = await this.root.api.call(importMerchants, input, { key });
      runInAction(() => {
        this.looked = looked;
        this.created = looked.created;
      });
    });
  }

  private async work(task: () => Promise<void>): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    this.failure = null;
    try {
      await task();
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.failure = failure));
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
