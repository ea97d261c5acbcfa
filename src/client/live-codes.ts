import type { PlaceCodes } from '../contract/codes';
import { Remote, type RemoteParts } from './remote';

/** A new code is fetched this long before the one on the screen runs out. */
const aheadMs = 5_000;
const retryMs = 5_000;

/** The codes of a place, the rotating one always fresh: its page calls `start` when it is shown and `stop` when it is not. */
export class LiveCodes {
  readonly codes: Remote<PlaceCodes>;

  private isShown = false;
  private cancel: () => void = () => undefined;

  constructor(
    private readonly parts: RemoteParts,
    private readonly read: () => Promise<PlaceCodes>,
  ) {
    this.codes = new Remote(parts);
  }

  readonly start = async (): Promise<void> => {
    this.isShown = true;
    this.cancel();
    await this.codes.load({ key: 'codes', copy: () => null, read: this.read });
    this.goOn();
  };

  readonly stop = (): void => {
    this.isShown = false;
    this.cancel();
  };

  private goOn(): void {
    if (!this.isShown) return;
    this.cancel();
    this.cancel = this.parts.clock.after(this.nextMs(), () => void this.start());
  }

  private nextMs(): number {
    const { data, failure } = this.codes;
    if (failure || !data) return retryMs;
    const leftMs = Date.parse(data.rotating.expiresAt) - this.parts.clock.now();
    return Math.max(1_000, leftMs - aheadMs);
  }
}
