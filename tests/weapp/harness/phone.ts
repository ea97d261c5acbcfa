import gcoord from 'gcoord';
import type { PhoneDisk } from './wx-files';

export type NetworkType = 'wifi' | '5g' | '4g' | '3g' | '2g' | 'unknown' | 'none';

/** A fix, GCJ-02; accuracy in metres. */
export interface Fix {
  latitude: number;
  longitude: number;
  accuracy?: number;
}

/** A place as WeChat's own map hands it over, GCJ-02. */
export interface ChosenPlace {
  name: string;
  address: string;
  latitude: number;
  longitude: number;
}

type Emit = (event: string, argument: object) => void;

/** The phone in a test's hands: what its person and its sensors do, and what was done with it. */
export class Phone {
  network: NetworkType = 'wifi';
  theme: 'light' | 'dark' = 'light';
  /** Of the person's type size in WeChat; 1.4 in care mode. */
  fontSizeScaleFactor = 1;
  /** What was decided about `scope.…`, as getSetting says it. */
  readonly authSetting: Record<string, boolean> = {};
  /** Whether the privacy notice of this mini-program is still to be agreed to. */
  isPrivacyPending = false;
  /** What the person answers WeChat's own privacy popup, which shows when the mini-program has none. */
  willAgreeToPrivacy = false;
  clipboard = '';
  /** Files by their paths; the app's own survive it. */
  readonly disk: PhoneDisk = new Map();
  /** Numbers dialled. */
  readonly dialled: string[] = [];
  /** Places shown by openLocation. */
  readonly placesShown: object[] = [];

  private fix: Fix | null = null;
  private readonly scans: (string | null)[] = [];
  private readonly choices: (ChosenPlace | null)[] = [];
  private readonly willAllow: Record<string, boolean> = {};
  private settingsChoice: Record<string, boolean> = {};
  private emit: Emit = () => undefined;

  /** For the runtime: where its events go. */
  connect(emit: Emit): void {
    this.emit = emit;
  }

  /** Stands here; the person allows the position when asked, unless they refused. */
  standAt(fix: Fix): void {
    this.fix = fix;
    this.willAllow['scope.userLocation'] ??= true;
  }

  /** What the person will answer when WeChat asks for a scope; a refusal stands until openSetting. */
  willAnswer(scope: string, isAllowed: boolean): void {
    this.willAllow[scope] = isAllowed;
  }

  /** What the person will switch in WeChat's settings page the next time it is opened. */
  willChooseInSettings(choice: Record<string, boolean>): void {
    this.settingsChoice = choice;
  }

  /** What the camera will read next; null: the person closes it. */
  willScan(text: string | null): void {
    this.scans.push(text);
  }

  /** What the person will choose on WeChat's map next; null: they go back. */
  willChoosePlace(place: ChosenPlace | null): void {
    this.choices.push(place);
  }

  goOffline(): void {
    this.changeNetwork('none');
  }

  goOnline(network: NetworkType = 'wifi'): void {
    this.changeNetwork(network);
  }

  switchTheme(theme: 'light' | 'dark'): void {
    this.theme = theme;
    this.emit('ThemeChange', { theme });
  }

  /** For getLocation: null where no position was given to this phone. */
  fixIn(type: 'wgs84' | 'gcj02'): (Fix & { accuracy: number }) | null {
    if (!this.fix) return null;
    const { longitude, latitude, accuracy = 15 } = this.fix;
    if (type === 'gcj02') return { longitude, latitude, accuracy };
    const [lng, lat] = gcoord.transform(
      [longitude, latitude] as [number, number],
      gcoord.GCJ02,
      gcoord.WGS84,
    );
    return { longitude: lng, latitude: lat, accuracy };
  }

  /** For scanCode: undefined where the test said nothing. */
  nextScan(): string | null | undefined {
    return this.scans.shift();
  }

  /** For chooseLocation: undefined where the test said nothing. */
  nextChoice(): ChosenPlace | null | undefined {
    return this.choices.shift();
  }

  /** Asks the person once; undefined where the test said nothing. */
  decide(scope: string): boolean | undefined {
    const answer = this.authSetting[scope] ?? this.willAllow[scope];
    if (answer !== undefined) this.authSetting[scope] = answer;
    return answer;
  }

  /** Only what was asked for before can be switched there. */
  visitSettings(): Record<string, boolean> {
    for (const [scope, isAllowed] of Object.entries(this.settingsChoice))
      if (scope in this.authSetting) this.authSetting[scope] = isAllowed;
    this.settingsChoice = {};
    return this.authSetting;
  }

  private changeNetwork(network: NetworkType): void {
    this.network = network;
    this.emit('NetworkStatusChange', { isConnected: network !== 'none', networkType: network });
  }
}
