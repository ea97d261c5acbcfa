import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { AttendanceKind } from '../../../contract/attendances';
import type { Failure } from '../../failure';
import type { RootStore } from '../../root-store';
import { dayCode, type ShownDayCode } from '../day-code';
import type { KeptDayCode } from '../kept-codes';
import type { AttendancesStore } from '../store';

const tickMs = 1_000;

/** The code that a leader's phone makes by itself: the page calls `start` when it is shown and `stop` when it is not. */
export class CodeStore {
  kind: AttendanceKind = 'in';
  code: KeptDayCode | null = null;
  /** Why there is no fresh one. */
  failure: Failure | null = null;
  isMaking = false;

  /** Epoch, ms, by the cloud's clock; moves while the page is shown. */
  private now: number;
  private cancel: () => void = () => undefined;
  private letGo: () => void = () => undefined;

  constructor(
    private readonly root: RootStore,
    private readonly attendances: AttendancesStore,
    private readonly ids: { readonly communityId: string; readonly activityId: string },
  ) {
    this.now = root.parts.clock.now();
    makeAutoObservable<CodeStore, 'root' | 'attendances' | 'ids' | 'cancel' | 'letGo'>(
      this,
      {
        root: false,
        attendances: false,
        ids: false,
        cancel: false,
        letGo: false,
        code: observableRef,
        failure: observableRef,
      },
      { autoBind: true },
    );
  }

  /** `soon` and `over`: no code is taken then. */
  get when(): 'soon' | 'open' | 'over' {
    if (this.code && this.now < Date.parse(this.code.opensAt)) return 'soon';
    return this.code && this.now > Date.parse(this.code.closesAt) ? 'over' : 'open';
  }

  /** null while there is none to show. */
  get shown(): ShownDayCode | null {
    return this.code && this.when === 'open' ? dayCode(this.code, this.kind, this.now) : null;
  }

  get secondsLeft(): number {
    return this.shown ? Math.ceil((this.shown.showUntil - this.now) / 1_000) : 0;
  }

  start(): void {
    this.stop();
    this.code = this.attendances.codeOf(this.ids.activityId);
    this.letGo = this.root.device.screenLight.hold({ isBright: true });
    this.tick();
    void this.renew();
  }

  stop(): void {
    this.cancel();
    this.letGo();
    this.letGo = () => undefined;
  }

  choose(kind: AttendanceKind): void {
    this.kind = kind;
  }

  /** Asks the cloud; what there is stays until it answers. */
  async renew(): Promise<void> {
    if (this.isMaking) return;
    this.isMaking = true;
    const failure = await this.attendances.prepare(this.ids.communityId, this.ids.activityId);
    runInAction(() => {
      this.isMaking = false;
      this.failure = failure;
      this.code = this.attendances.codeOf(this.ids.activityId);
    });
  }

  private tick(): void {
    const { clock } = this.root.parts;
    this.cancel();
    this.now = clock.now() + (this.code?.aheadMs ?? 0);
    this.cancel = clock.after(tickMs, this.tick);
  }
}
