import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { activityLimits } from '../../../contract/activities';
import {
  createActivity,
  createSeries,
  getManagedActivity,
  updateActivity,
  type ManagedActivity,
  type SeriesScope,
} from '../../../contract/activity-desk';
import type { AnswerOf } from '../../../contract/http';
import { failureOf, isRefusedWith, type Failure } from '../../failure';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { today } from '../../ui/dates';
import { UploadedPhotos } from '../../uploaded-photos';
import { Working } from '../../working';
import {
  copyOf,
  draftOf,
  emptyDraft,
  factsOf,
  ruleOf,
  type ActivityDraft,
  type ActivityFacts,
} from './activity-draft';
import { changedNames } from './changed-names';
import { wrongWith, type Wrong } from './draft-check';

interface Ids {
  readonly communityId: string;
  readonly activityId?: string | undefined;
  readonly copyOf?: string | undefined;
}

type Updated = AnswerOf<NonNullable<(typeof updateActivity)['schemas']>>;

/** What became of saving: how many, who has to wait now, and who has something else at the new time. */
export interface Saved {
  readonly count: number;
  readonly moved: Updated['moved'];
  readonly overlaps: Updated['overlaps'];
}

interface SaveOptions {
  readonly scope?: SeriesScope;
  readonly moveToWaitlist?: boolean;
}

/** An activity being written on a desk: a new one, one like another, or a change of one. */
export class ActivityEditStore {
  /** What is changed or copied. */
  readonly source: Remote<ManagedActivity>;
  readonly photos: UploadedPhotos;
  readonly working: Working;
  draft: ActivityDraft;
  /** What somebody else changed meanwhile, by name; null when nobody did. */
  changedByOthers: readonly string[] | null = null;
  /** It goes on where it was left on this device. */
  isKept = false;

  private hasTried = false;
  /** What the cloud found wrong, by field, until something is written. */
  private refused: Wrong = {};
  private hasDraft = false;

  constructor(
    private readonly root: RootStore,
    private readonly ids: Ids,
  ) {
    const { parts } = root;
    this.source = new Remote(parts);
    this.working = new Working(parts.clock.now);
    this.photos = new UploadedPhotos(root, {
      communityId: ids.communityId,
      purpose: 'activity',
      most: activityLimits.photos,
    });
    this.draft = emptyDraft(this.today);
    makeAutoObservable<ActivityEditStore, 'root' | 'ids' | 'hasDraft' | 'refused'>(
      this,
      {
        root: false,
        ids: false,
        hasDraft: false,
        source: false,
        photos: false,
        working: false,
        draft: observableRef,
        changedByOthers: observableRef,
        refused: observableRef,
      },
      { autoBind: true },
    );
    if (this.isNew && !ids.copyOf) this.resume();
  }

  get isNew(): boolean {
    return !this.ids.activityId;
  }

  /** As the cloud has what is changed; null of a new one. */
  get activity(): ManagedActivity | null {
    return this.isNew ? null : this.source.data;
  }

  /** There are others of its series that a change may be about. */
  get hasSeries(): boolean {
    return (this.activity?.series?.count ?? 1) > 1;
  }

  get wrong(): Wrong {
    return { ...this.refused, ...(this.hasTried ? wrongWith(this.draft, this.isNew) : {}) };
  }

  get isWrong(): boolean {
    return Object.keys(this.wrong).length > 0;
  }

  get failure(): Failure | null {
    return this.working.failure;
  }

  /** Fewer places than are taken, and those who came last are named in the cloud's words. */
  get isBelow(): boolean {
    return isRefusedWith(this.failure, 'capacity_below');
  }

  async load(): Promise<void> {
    const { communityId, activityId, copyOf: copied } = this.ids;
    const id = activityId ?? copied;
    if (!id || this.hasDraft) return;
    await this.source.load({
      key: id,
      copy: () => null,
      read: () => this.root.api.call(getManagedActivity, { communityId, activityId: id }),
    });
    runInAction(() => {
      if (this.source.data) this.begin(this.source.data);
    });
  }

  write(change: Partial<ActivityDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.refused = {};
    if (this.isNew) this.root.parts.cache.write(this.draftName, this.draft);
  }

  /** Gives up what was kept on this device. */
  restart(): void {
    this.draft = emptyDraft(this.today);
    this.isKept = false;
    this.hasTried = false;
    this.root.parts.cache.write(this.draftName, null);
  }

  /** Gives up what was written for what somebody else saved. */
  takeTheirs(): void {
    if (this.source.data) this.begin(this.source.data);
  }

  /** Whether it may be sent; from now on it is said what is missing. */
  check(): boolean {
    this.hasTried = true;
    this.refused = {};
    this.working.forget();
    return !this.isWrong && !this.photos.isUploading;
  }

  /** Null where the cloud did not take it: what was written stays. */
  async save({ scope = 'this', moveToWaitlist = false }: SaveOptions = {}): Promise<Saved | null> {
    if (!this.check()) return null;
    const facts = factsOf(this.draft, this.timeZone);
    const body = { ...facts, mediaIds: this.photos.mediaIds };
    let saved: Saved | null = null;
    const what = JSON.stringify([body, scope, moveToWaitlist, this.activity?.version]);
    const isDone = await this.working.on(what, async (key) => {
      saved = await (this.isNew ? this.create(body, key) : this.update(body, { scope, moveToWaitlist }));
    });
    if (isDone && this.isNew) this.root.parts.cache.write(this.draftName, null);
    if (this.failure) await this.fail(this.failure);
    return saved;
  }

  private get today(): string {
    return today(this.root.parts.clock.now());
  }

  private get timeZone(): string {
    const { list } = this.root.communities;
    return list.data?.find(({ id }) => id === this.ids.communityId)?.timeZone ?? 'Asia/Shanghai';
  }

  private get draftName(): string {
    return `activities.draft.${this.ids.communityId}`;
  }

  private resume(): void {
    const kept = this.root.parts.cache.read<ActivityDraft | null>(this.draftName)?.data;
    if (!kept) return;
    this.draft = { ...this.draft, ...kept };
    this.isKept = true;
  }

  private begin(activity: ManagedActivity): void {
    this.draft = this.isNew ? copyOf(activity, this.today) : draftOf(activity);
    if (!this.isNew) this.photos.begin(activity.photos);
    this.hasDraft = true;
    this.hasTried = false;
    this.refused = {};
    this.changedByOthers = null;
    this.working.forget();
  }

  private async create(body: ActivityFacts & { mediaIds: string[] }, key: string): Promise<Saved> {
    const { api } = this.root;
    const { communityId } = this.ids;
    const rule = ruleOf(this.draft);
    const none = { moved: [], overlaps: [] };
    if (!rule) {
      await api.call(createActivity, { communityId, ...body }, { key });
      return { count: 1, ...none };
    }
    const { endsBy, count, untilOn } = this.draft;
    const until = endsBy === 'count' ? { count: Number(count) } : { untilOn };
    const { items } = await api.call(createSeries, { communityId, ...body, rule, ...until }, { key });
    return { count: items.length, ...none };
  }

  private async update(
    body: ActivityFacts & { mediaIds: string[] },
    options: Required<SaveOptions>,
  ): Promise<Saved> {
    const { communityId } = this.ids;
    const { id: activityId = '', version = 0 } = this.activity ?? {};
    const answer = await this.root.api.call(updateActivity, {
      communityId,
      activityId,
      version,
      ...body,
      scope: options.scope,
      ...(options.moveToWaitlist && { moveToWaitlist: true }),
    });
    this.source.take(answer.activity);
    return { count: answer.changed, moved: answer.moved, overlaps: answer.overlaps };
  }

  private async fail(failure: Failure): Promise<void> {
    if (isRefusedWith(failure, 'conflict')) return this.meetOthers();
    runInAction(() => {
      if (failure.kind === 'refused') this.refused = failure.fields;
    });
  }

  /** Somebody was quicker: what was written stays, on top of what holds now, and what they changed is named. */
  private async meetOthers(): Promise<void> {
    const { communityId, activityId } = this.ids;
    const before = this.activity;
    if (!before || !activityId) return;
    try {
      const now = await this.root.api.call(getManagedActivity, { communityId, activityId });
      runInAction(() => {
        this.source.take(now);
        this.changedByOthers = changedNames(before, now);
        this.working.forget();
      });
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.working.failure = failure));
    }
  }
}
