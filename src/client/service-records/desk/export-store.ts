import { makeAutoObservable, observableRef } from 'mobx';
import type { AnswerOf } from '../../../contract/http';
import {
  exportServiceRecords,
  getServiceSettings,
  previewServiceExport,
  setServiceSettings,
} from '../../../contract/service-desk';
import { serviceLimits, type ExportColumn, type ServiceSettings } from '../../../contract/service-records';
import { isRefusedWith } from '../../failure';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { today } from '../../ui/dates';
import { Working } from '../../working';

type Preview = AnswerOf<NonNullable<(typeof previewServiceExport)['schemas']>>;
type SettingsDraft = Pick<ServiceSettings, 'issuer' | 'head' | 'contact' | 'columns'>;

/** What goes to the province's system, and how; who stands on certificates. */
export class ExportStore {
  readonly settings: Remote<ServiceSettings>;
  readonly preview: Remote<Preview>;
  readonly working: Working;
  from: string;
  to: string;
  /** What was changed and not saved. */
  private typed: Partial<SettingsDraft> = {};

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.settings = new Remote(root.parts);
    this.preview = new Remote(root.parts);
    this.working = new Working(() => root.parts.clock.now());
    this.to = today(root.parts.clock.now());
    this.from = `${this.to.slice(0, 7)}-01`;
    makeAutoObservable<ExportStore, 'root' | 'communityId' | 'typed'>(
      this,
      {
        root: false,
        communityId: false,
        settings: false,
        preview: false,
        working: false,
        typed: observableRef,
      },
      { autoBind: true },
    );
  }

  get draft(): SettingsDraft | null {
    const { data } = this.settings;
    return data && { ...data, ...this.typed };
  }

  get canSave(): boolean {
    const { draft } = this;
    return (
      draft !== null &&
      draft.issuer.trim() !== '' &&
      draft.columns.every(
        ({ header, field, text = '' }) => header.trim() !== '' && (field !== 'fixed' || text.trim() !== ''),
      )
    );
  }

  get canAdd(): boolean {
    return (this.draft?.columns.length ?? 0) < serviceLimits.columns;
  }

  write(change: Partial<SettingsDraft>): void {
    this.typed = { ...this.typed, ...change };
  }

  writeColumn(at: number, change: Partial<ExportColumn>): void {
    const columns = this.draft?.columns ?? [];
    this.write({
      columns: columns.map((column, index) => (index === at ? { ...column, ...change } : column)),
    });
  }

  addColumn(): void {
    this.write({ columns: [...(this.draft?.columns ?? []), { header: '', field: 'content' }] });
  }

  removeColumn(at: number): void {
    this.write({ columns: (this.draft?.columns ?? []).filter((_, index) => index !== at) });
  }

  raiseColumn(at: number): void {
    const columns = [...(this.draft?.columns ?? [])];
    const [moved] = columns.splice(at, 1);
    if (moved) columns.splice(Math.max(0, at - 1), 0, moved);
    this.write({ columns });
  }

  setFrom(day: string): void {
    this.from = day;
    this.preview.reset();
  }

  setTo(day: string): void {
    this.to = day;
    this.preview.reset();
  }

  load(): Promise<void> {
    const { communityId } = this;
    const read = () => this.root.api.call(getServiceSettings, { communityId });
    return this.settings.load({ key: 'settings', copy: () => null, read });
  }

  look(): Promise<void> {
    const { communityId, from, to } = this;
    const read = () => this.root.api.call(previewServiceExport, { communityId, from, to });
    return this.preview.load({ key: `${from} ${to}`, copy: () => null, read });
  }

  /** `unable` where the device cannot take it. */
  async download(): Promise<'done' | 'unable' | 'failed'> {
    const { communityId, from, to } = this;
    const outcome: { became: 'done' | 'unable' | 'failed' } = { became: 'failed' };
    await this.working.on(`download ${from} ${to}`, async () => {
      const file = await this.root.api.call(exportServiceRecords, { communityId, from, to });
      outcome.became = (await this.root.device.download.handOver(file)) ? 'done' : 'unable';
    });
    return outcome.became;
  }

  /** True when the cloud has it; what was typed stays otherwise, on top of what somebody quicker saved. */
  async save(): Promise<boolean> {
    const { draft, communityId } = this;
    const version = this.settings.data?.version;
    if (!draft || version === undefined) return false;
    const { issuer, head, contact, columns } = draft;
    const isDone = await this.working.on(`save ${JSON.stringify(draft)} ${version}`, async () => {
      const input = { communityId, issuer, head, contact, columns: [...columns], version };
      this.settings.take(await this.root.api.call(setServiceSettings, input));
      this.typed = {};
      this.preview.reset();
    });
    if (isRefusedWith(this.working.failure, 'conflict')) await this.load();
    return isDone;
  }
}
