import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { privacyNoticeVersion } from '../../contract/consents';
import type { Theme } from '../platform/appearance';
import type { Platform } from '../platform/platform';
import type { PrivacyRequest } from '../platform/privacy';

export type TextSize = 'normal' | 'large';
type PositionConsent = 'unasked' | 'given' | 'refused';

export interface Consents {
  /** Version of the privacy notice agreed to. */
  readonly privacyVersion: string | null;
  readonly position: PositionConsent;
}

const storageKey = 'settings';
/** From here on the system's own type counts as large. */
const largeFontScale = 1.25;

interface Kept {
  readonly textSize: TextSize | null;
  readonly consents: Consents;
}

function keptIn(device: Platform): Kept {
  const kept = device.storage.get(storageKey);
  const { textSize, consents } = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Kept>;
  return {
    textSize: textSize === 'large' || textSize === 'normal' ? textSize : null,
    consents: {
      privacyVersion: typeof consents?.privacyVersion === 'string' ? consents.privacyVersion : null,
      position:
        consents?.position === 'given' || consents?.position === 'refused' ? consents.position : 'unasked',
    },
  };
}

/** How the app looks on this device, what its person agreed to, and whether there is a network. */
export class SettingsStore {
  theme: Theme;
  isOnline: boolean;
  consents: Consents;
  /** WeChat waits for an answer to its privacy question: show our sheet. Null elsewhere. */
  privacyRequest: PrivacyRequest | null = null;

  private chosenTextSize: TextSize | null;

  constructor(private readonly device: Platform) {
    const { textSize, consents } = keptIn(device);
    this.chosenTextSize = textSize;
    this.consents = consents;
    this.theme = device.appearance.theme();
    this.isOnline = device.network.isOnline();
    makeAutoObservable<SettingsStore, 'device'>(
      this,
      { device: false, consents: observableRef, privacyRequest: observableRef },
      { autoBind: true },
    );
    device.appearance.onThemeChange((theme) => runInAction(() => (this.theme = theme)));
    device.network.onChange((isOnline) => runInAction(() => (this.isOnline = isOnline)));
    device.privacy.onRequest((request) => runInAction(() => (this.privacyRequest = request)));
  }

  /** The person's choice, else the system's. */
  get textSize(): TextSize {
    if (this.chosenTextSize) return this.chosenTextSize;
    return this.device.appearance.fontScale() >= largeFontScale ? 'large' : 'normal';
  }

  get hasAgreedToPrivacy(): boolean {
    return this.consents.privacyVersion === privacyNoticeVersion;
  }

  setTextSize(size: TextSize): void {
    this.chosenTextSize = size;
    this.keep();
  }

  agreeToPrivacy(): void {
    this.consents = { ...this.consents, privacyVersion: privacyNoticeVersion };
    this.keep();
  }

  givePosition(): void {
    this.consents = { ...this.consents, position: 'given' };
    this.keep();
  }

  refusePosition(): void {
    this.consents = { ...this.consents, position: 'refused' };
    this.keep();
  }

  /** The person's answer to WeChat's privacy question. */
  answerPrivacyRequest(hasAgreed: boolean): void {
    this.privacyRequest?.answer(hasAgreed);
    this.privacyRequest = null;
  }

  private keep(): void {
    this.device.storage.set(storageKey, { textSize: this.chosenTextSize, consents: this.consents });
  }
}
