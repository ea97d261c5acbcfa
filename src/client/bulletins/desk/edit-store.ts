import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  createBulletin,
  getManagedBulletin,
  listManagedBulletins,
  updateBulletin,
  type ManagedBulletin,
} from '../../../contract/bulletins';
import { listDepartments } from '../../../contract/members';
import { failureOf, isRefusedWith, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { PhotoUpload } from '../../photo-upload';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import {
  draftOf,
  emptyDraft,
  refusedFields,
  writtenOf,
  wrongWith,
  type BulletinDraft,
  type EditBlock,
  type Wrong,
} from './bulletin-draft';
import { DraftPlace } from './kept-draft';
import { BulletinSteps } from './steps';

interface Ids {
  readonly communityId: string;
  readonly bulletinId?: string | undefined;
}

interface Choices {
  readonly departments: readonly { id: string; name: string }[];
  readonly canReachAll: boolean;
}

const mostUndone = 50;

/** A bulletin being written. What is written is on the device at once, and the cloud's when it is saved. */
export class BulletinEditStore {
  /** As the cloud has it; null of a new one that is not saved yet. */
  readonly saved: Remote<ManagedBulletin>;
  readonly choices: Remote<Choices>;
  readonly steps: BulletinSteps;
  draft: BulletinDraft;
  isSaving = false;
  failure: Failure | null = null;
  /** The version that somebody else has made meanwhile. */
  theirVersion: number | null = null;
  /** What is written comes from before: the device had kept it. */
  isRestored = false;
  isKept = true;

  private undone: readonly BulletinDraft[] = [];
  /** Where the last change was: of letters written one after the other only the first is a step back. */
  private lastPlace: string | null = null;
  private hasTried = false;
  private refused: Wrong = {};
  private bulletinId: string | undefined;
  /** The version that is changed; 0: of none. */
  private version = 0;
  /** Of a create that got no answer: the same is sent again with it. */
  private open: { key: string; body: string } | null = null;
  private readonly upload: PhotoUpload;
  private place: DraftPlace;

  constructor(
    private readonly root: RootStore,
    private readonly ids: Ids,
  ) {
    this.saved = new Remote(root.parts);
    this.choices = new Remote(root.parts);
    this.steps = new BulletinSteps(root);
    this.upload = new PhotoUpload(root);
    this.bulletinId = ids.bulletinId;
    this.draft = emptyDraft(this.newKey());
    this.place = this.placeOf(ids.bulletinId);
    makeAutoObservable<
      BulletinEditStore,
      | 'root'
      | 'ids'
      | 'bulletinId'
      | 'version'
      | 'open'
      | 'upload'
      | 'place'
      | 'refused'
      | 'undone'
      | 'lastPlace'
    >(
      this,
      {
        ...{ root: false, ids: false, bulletinId: false, version: false, open: false, upload: false },
        ...{ place: false, lastPlace: false, saved: false, choices: false, steps: false },
        draft: observableRef,
        failure: observableRef,
        theirVersion: observableRef,
        refused: observableRef,
        undone: observableRef,
      },
      { autoBind: true },
    );
  }

  get wrong(): Wrong {
    return { ...this.refused, ...(this.hasTried ? wrongWith(this.draft) : {}) };
  }

  get isWrong(): boolean {
    return Object.keys(this.wrong).length > 0;
  }

  get canUndo(): boolean {
    return this.undone.length > 0;
  }

  newKey(): string {
    return newKey(this.root.parts.clock.now());
  }

  async load(): Promise<void> {
    if (!this.ids.bulletinId) this.restore();
    await Promise.all([this.loadSaved(), this.loadChoices()]);
  }

  async loadSaved(): Promise<void> {
    const { communityId } = this.ids;
    const { bulletinId } = this;
    if (!bulletinId) return;
    await this.saved.load({
      key: bulletinId,
      copy: () => null,
      read: () => this.root.api.call(getManagedBulletin, { communityId, bulletinId }),
    });
    const { data } = this.saved;
    if (data) runInAction(() => this.begin(data));
  }

  /** Changes what is written. `place` names the field, so that a step back takes back all of it. */
  write(change: Partial<BulletinDraft>, place: string): void {
    if (place !== this.lastPlace) this.undone = [...this.undone, this.draft].slice(-mostUndone);
    this.lastPlace = place;
    this.draft = { ...this.draft, ...change };
    this.refused = Object.fromEntries(
      Object.entries(this.refused).filter(([field]) => !place.startsWith(field)),
    );
    this.keep();
  }

  /** Blocks that come, go or move are a step of their own. */
  setBlocks(blocks: readonly EditBlock[]): void {
    this.lastPlace = null;
    this.write({ blocks }, 'blocks');
    this.lastPlace = null;
  }

  undo(): void {
    const before = this.undone.at(-1);
    if (!before) return;
    this.undone = this.undone.slice(0, -1);
    this.lastPlace = null;
    this.draft = before;
    this.keep();
  }

  /** As the cloud has it: what was written here goes. */
  async takeTheirs(): Promise<void> {
    this.place.forget();
    this.theirVersion = null;
    this.isRestored = false;
    this.failure = null;
    if (this.bulletinId) await this.loadSaved();
    else this.draft = emptyDraft(this.newKey());
  }

  /** The next time it is saved it takes the place of what they wrote. */
  keepMine(): void {
    if (this.theirVersion === null) return;
    this.version = this.theirVersion;
    this.theirVersion = null;
    this.failure = null;
    this.keep();
  }

  /** What the cloud has then; null where it did not work. */
  async save(): Promise<ManagedBulletin | null> {
    this.hasTried = true;
    if (this.isSaving || this.isWrong) return null;
    this.isSaving = true;
    this.failure = null;
    let keys: readonly string[] = [];
    try {
      await this.sendPictures();
      const written = writtenOf(this.draft);
      ({ keys } = written);
      const bulletin = await this.send(written.body);
      runInAction(() => this.accept(bulletin));
      return bulletin;
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => this.notSaved(failure, keys));
      return null;
    } finally {
      runInAction(() => (this.isSaving = false));
    }
  }

  private send(body: ReturnType<typeof writtenOf>['body']): Promise<ManagedBulletin> {
    const { api } = this.root;
    const { communityId } = this.ids;
    const { bulletinId, version } = this;
    if (bulletinId) return api.call(updateBulletin, { communityId, bulletinId, version, ...body });
    const text = JSON.stringify(body);
    if (this.open?.body !== text) this.open = { key: this.newKey(), body: text };
    return api.call(createBulletin, { communityId, ...body }, { key: this.open.key });
  }

  private async sendPictures(): Promise<void> {
    const { communityId } = this.ids;
    for (const { key, kind, mediaId } of this.draft.blocks) {
      if (kind !== 'image' || mediaId !== null) continue;
      const sent = await this.upload.send({ communityId, key, purpose: 'bulletin' });
      runInAction(() => {
        const blocks = this.draft.blocks.map((block) =>
          block.key === key ? { ...block, mediaId: sent } : block,
        );
        this.draft = { ...this.draft, blocks };
        this.keep();
      });
    }
  }

  private accept(bulletin: ManagedBulletin): void {
    this.place.forget();
    this.place = this.placeOf(bulletin.id);
    this.bulletinId = bulletin.id;
    this.version = bulletin.version;
    this.open = null;
    this.isRestored = false;
    this.refused = {};
    this.saved.take(bulletin);
  }

  private notSaved(failure: Failure, keys: readonly string[]): void {
    this.failure = failure;
    if (failure.kind !== 'refused') return;
    if (isRefusedWith(failure, 'conflict') && failure.current) this.theirVersion = failure.current.version;
    else this.refused = refusedFields(failure.fields, keys);
  }

  private async loadChoices(): Promise<void> {
    const { communityId } = this.ids;
    const { api } = this.root;
    await this.choices.load({
      key: 'choices',
      copy: () => null,
      read: async () => {
        const [{ items: departments }, { can }] = await Promise.all([
          api.call(listDepartments, { communityId }),
          api.call(listManagedBulletins, { communityId, limit: 1 }),
        ]);
        return { departments, canReachAll: can.reachAll };
      },
    });
  }

  /** What the device has kept goes before what the cloud has. */
  private begin(bulletin: ManagedBulletin): void {
    this.version = bulletin.version;
    this.draft = draftOf(bulletin, () => this.newKey());
    const kept = this.restore();
    if (kept && kept.version < bulletin.version) this.theirVersion = bulletin.version;
  }

  private restore() {
    const kept = this.place.read();
    if (!kept) return null;
    this.draft = kept.draft;
    if (kept.version > 0) this.version = kept.version;
    this.isRestored = true;
    return kept;
  }

  private keep(): void {
    this.isKept = this.place.write({ draft: this.draft, version: this.version });
  }

  private placeOf(bulletinId: string | undefined): DraftPlace {
    const personId = this.root.sessions.me?.id ?? 'anyone';
    return new DraftPlace(this.root.device.storage, {
      personId,
      communityId: this.ids.communityId,
      bulletinId,
    });
  }
}
