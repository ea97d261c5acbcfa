import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  caseLimits,
  listReplyTemplates,
  removeReplyTemplate,
  saveReplyTemplate,
  type ReplyTemplate,
} from '../../../contract/report-cases';
import { failureOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';

/** The replies the desk chooses from; each change is the cloud's at once, what was written stays when it fails. */
export class TemplatesStore {
  readonly templates: Remote<readonly ReplyTemplate[]>;
  title = '';
  text = '';
  isWorking = false;
  failure: Failure | null = null;

  private key: string | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.templates = new Remote(root.parts);
    makeAutoObservable<TemplatesStore, 'root' | 'communityId' | 'key'>(
      this,
      { root: false, communityId: false, key: false, templates: false, failure: observableRef },
      { autoBind: true },
    );
  }

  get isFull(): boolean {
    return (this.templates.data?.length ?? 0) >= caseLimits.templates;
  }

  get canSave(): boolean {
    return this.title.trim() !== '' && this.text.trim() !== '' && !this.isFull;
  }

  load(): Promise<void> {
    const { communityId } = this;
    return this.templates.load({
      key: 'templates',
      copy: () => null,
      read: async () => (await this.root.api.call(listReplyTemplates, { communityId })).items,
    });
  }

  write(change: { title?: string; text?: string }): void {
    this.title = change.title ?? this.title;
    this.text = change.text ?? this.text;
    this.key = null;
  }

  save(): Promise<boolean> {
    const { communityId, root } = this;
    const [title, text] = [this.title.trim(), this.text.trim()];
    this.key ??= newKey(root.parts.clock.now());
    const { key } = this;
    return this.change(async (shown) => {
      const saved = await root.api.call(saveReplyTemplate, { communityId, title, text }, { key });
      runInAction(() => this.write({ title: '', text: '' }));
      return [...shown, saved];
    });
  }

  remove(templateId: string): Promise<boolean> {
    const { communityId } = this;
    return this.change(async (shown) => {
      await this.root.api.call(removeReplyTemplate, { communityId, templateId });
      return shown.filter(({ id }) => id !== templateId);
    });
  }

  private async change(
    ask: (shown: readonly ReplyTemplate[]) => Promise<readonly ReplyTemplate[]>,
  ): Promise<boolean> {
    if (this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    try {
      this.templates.take(await ask(this.templates.data ?? []));
      return true;
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.failure = failure));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
