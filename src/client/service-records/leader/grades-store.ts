import { makeAutoObservable } from 'mobx';
import { gradeService, listActivityService } from '../../../contract/service-desk';
import type { ServedRecord, ServiceGrade } from '../../../contract/service-records';
import { failureOf, isRefusedWith } from '../../failure';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

type Ids = Readonly<Record<'communityId' | 'activityId', string>>;

/** How those served who came to an activity, for who led it. */
export class GradesStore {
  readonly records: Remote<readonly ServedRecord[]>;
  readonly working: Working;

  constructor(
    private readonly root: RootStore,
    private readonly ids: Ids,
  ) {
    this.records = new Remote(root.parts);
    this.working = new Working(() => root.parts.clock.now());
    makeAutoObservable<GradesStore, 'root' | 'ids'>(
      this,
      { root: false, ids: false, records: false, working: false },
      { autoBind: true },
    );
  }

  async load(): Promise<void> {
    if (!this.root.sessions.isSignedIn) return;
    await this.records.load({ key: this.ids.activityId, copy: () => null, read: () => this.read() });
  }

  /** True when the cloud has it; who was slower sees how it stands now. */
  async grade(record: ServedRecord, grade: ServiceGrade, words: string): Promise<boolean> {
    const { communityId } = this.ids;
    const { id: recordId, version } = record;
    const isDone = await this.working.on(`grade ${recordId} ${grade} ${words}`, async () => {
      const input = { communityId, recordId, grade, words: words.trim(), version };
      const graded = await this.root.api.call(gradeService, input);
      const before = this.records.data ?? [];
      this.records.take(before.map((one) => (one.id === graded.id ? graded : one)));
    });
    const { failure } = this.working;
    if (failure && isRefusedWith(failure, 'conflict')) await this.load();
    return isDone;
  }

  private async read(): Promise<readonly ServedRecord[]> {
    try {
      return (await this.root.api.call(listActivityService, this.ids)).items;
    } catch (error) {
      // Nothing is recorded yet, so nobody is known to have led it.
      if (isRefusedWith(failureOf(error), 'not_found')) return [];
      throw error;
    }
  }
}
