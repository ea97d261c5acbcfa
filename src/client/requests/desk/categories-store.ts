import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { problems } from '../../../contract/http';
import { listDepartments, type Department } from '../../../contract/members';
import { categoryLimits, setRequestCategories } from '../../../contract/request-categories';
import { listRequestCategories, type RequestCategory, type RequestIcon } from '../../../contract/requests';
import { isRefusedWith } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

/** A category as it is being changed. */
export interface CategoryDraft {
  /** Of the row, new ones too. */
  readonly key: string;
  readonly id: string | null;
  readonly version: number | null;
  readonly name: string;
  readonly hint: string;
  readonly icon: RequestIcon;
  readonly departmentId: string;
  readonly isConfidential: boolean;
  /** As it is typed. */
  readonly days: string;
  readonly isActive: boolean;
  /** As the cloud has it: confidential, and somebody may read it. */
  readonly isOpen: boolean;
}

const draftOf = (one: RequestCategory): CategoryDraft => ({
  key: one.id,
  id: one.id,
  version: one.version,
  name: one.name,
  hint: one.hint ?? '',
  icon: one.icon,
  departmentId: one.department.id,
  isConfidential: one.isConfidential,
  days: String(one.answerDays),
  isActive: one.isActive,
  isOpen: one.isOpen,
});

/** Working days as typed; null where it is no such number. */
export function daysOf({ days }: CategoryDraft): number | null {
  const number = Number(days);
  return Number.isInteger(number) && number >= 1 && number <= categoryLimits.answerDays ? number : null;
}

export const isWhole = (draft: CategoryDraft): boolean =>
  draft.name.trim() !== '' && draft.departmentId !== '' && daysOf(draft) !== null;

const inputOf = (draft: CategoryDraft) => ({
  id: draft.id,
  version: draft.version,
  name: draft.name.trim(),
  hint: draft.hint.trim() || null,
  icon: draft.icon,
  departmentId: draft.departmentId,
  isConfidential: draft.isConfidential,
  answerDays: daysOf(draft) ?? 1,
  isActive: draft.isActive,
});

/** What one can ask about in a community: changed as a whole, and saved as a whole. */
export class CategoriesStore {
  readonly categories: Remote<readonly RequestCategory[]>;
  readonly departments: Remote<readonly Department[]>;
  readonly working: Working;
  /** null as long as nothing is changed. */
  changed: readonly CategoryDraft[] | null = null;
  /** Somebody else was quicker, and what they saved is shown. */
  isReloaded = false;

  constructor(
    private readonly root: RootStore,
    readonly communityId: string,
  ) {
    this.categories = new Remote(root.parts);
    this.departments = new Remote(root.parts);
    this.working = new Working(() => root.parts.clock.now());
    makeAutoObservable<CategoriesStore, 'root'>(
      this,
      {
        root: false,
        communityId: false,
        categories: false,
        departments: false,
        working: false,
        changed: observableRef,
      },
      { autoBind: true },
    );
  }

  get rows(): readonly CategoryDraft[] {
    return this.changed ?? (this.categories.data ?? []).map(draftOf);
  }

  get canAdd(): boolean {
    return this.rows.length < categoryLimits.categories;
  }

  get canSave(): boolean {
    return this.changed !== null && this.rows.every(isWhole);
  }

  async load(): Promise<void> {
    const { communityId } = this;
    const { api } = this.root;
    await Promise.all([
      this.categories.load({
        key: communityId,
        copy: () => null,
        read: async () => (await api.call(listRequestCategories, { communityId })).items,
      }),
      this.departments.load({
        key: communityId,
        copy: () => null,
        read: async () => (await api.call(listDepartments, { communityId })).items,
      }),
    ]);
  }

  /** A new one, to be filled in. */
  fresh(): CategoryDraft {
    return {
      key: newKey(this.root.parts.clock.now()),
      id: null,
      version: null,
      name: '',
      hint: '',
      icon: 'other',
      departmentId: this.departments.data?.[0]?.id ?? '',
      isConfidential: false,
      days: '5',
      isActive: true,
      isOpen: false,
    };
  }

  put(draft: CategoryDraft): void {
    const { rows } = this;
    const isKnown = rows.some(({ key }) => key === draft.key);
    this.changed = isKnown ? rows.map((row) => (row.key === draft.key ? draft : row)) : [...rows, draft];
    this.isReloaded = false;
  }

  /** One place up or down. */
  move(key: string, by: -1 | 1): void {
    const rows = [...this.rows];
    const at = rows.findIndex((row) => row.key === key);
    const [one] = rows.splice(at, 1);
    if (!one) return;
    rows.splice(Math.max(0, at + by), 0, one);
    this.changed = rows;
  }

  undo(): void {
    this.changed = null;
    this.working.forget();
  }

  /** True when the cloud has them. */
  async save(): Promise<boolean> {
    if (!this.canSave) return false;
    const { communityId } = this;
    const categories = this.rows.map(inputOf);
    const isDone = await this.working.on(JSON.stringify(categories), async () => {
      const { items } = await this.root.api.call(setRequestCategories, { communityId, categories });
      this.categories.take(items);
      runInAction(() => (this.changed = null));
    });
    if (isRefusedWith(this.working.failure, problems.conflict.code)) await this.reload();
    return isDone;
  }

  /** Somebody else was quicker: what they changed is taken, but for what is being changed here. */
  private async reload(): Promise<void> {
    const { rows } = this;
    const before = (this.categories.data ?? []).map(draftOf);
    await this.load();
    const now = (this.categories.data ?? []).map(draftOf);
    runInAction(() => {
      this.changed = mergedInto(rows, before, now);
      this.isReloaded = true;
      this.working.forget();
    });
  }
}

const byKey = (rows: readonly CategoryDraft[], key: string) => rows.find((row) => row.key === key);

/** What was written here stays, on top of what holds now; rows that others added come last. */
function mergedInto(
  written: readonly CategoryDraft[],
  before: readonly CategoryDraft[],
  now: readonly CategoryDraft[],
): readonly CategoryDraft[] {
  const rows = written.map((row) => {
    const fresh = byKey(now, row.key);
    if (!fresh) return row;
    const isTouched = JSON.stringify(row) !== JSON.stringify(byKey(before, row.key));
    return isTouched ? { ...row, version: fresh.version } : fresh;
  });
  return [...rows, ...now.filter(({ key }) => !byKey(written, key))];
}
