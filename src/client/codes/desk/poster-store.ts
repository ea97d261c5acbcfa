import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { PlaceCodes, ResolvedCode } from '../../../contract/codes';
import {
  getMerchant,
  getMerchantCodes,
  getMerchantMiniProgramCode,
  replaceMerchantCode,
} from '../../../contract/merchants';
import {
  getStation,
  getStationCodes,
  getStationMiniProgramCode,
  replaceStationCode,
  type MiniProgramCode,
} from '../../../contract/stations';
import { failureOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { sheetSizes, sheetSvg, type PosterFormat, type PosterWords } from './poster-svg';

export type PosterKind = 'qr' | 'miniProgram';

interface Place {
  readonly target: ResolvedCode['target'];
  readonly id: string;
}

interface Named {
  readonly name: string;
  readonly communityId: string;
}

const dotsPerMm = 300 / 25.4;

/** The poster of a station or a shop: what stands on it, on which paper, with which code. */
export class PosterStore {
  readonly words: Remote<PosterWords>;
  readonly miniProgramCode: Remote<MiniProgramCode>;
  format: PosterFormat = 'a4';
  kind: PosterKind = 'qr';
  isWorking = false;
  failure: Failure | null = null;

  /** Of a replacement that got no answer: it is asked for again with it, so that no code is lost. */
  private openKey: string | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly place: Place,
  ) {
    this.words = new Remote(root.parts);
    this.miniProgramCode = new Remote(root.parts);
    makeAutoObservable<PosterStore, 'root' | 'place' | 'openKey'>(
      this,
      {
        root: false,
        place: false,
        openKey: false,
        words: false,
        miniProgramCode: false,
        failure: observableRef,
      },
      { autoBind: true },
    );
  }

  /** The sheet as it is printed; null while what stands on it is not known. */
  get sheet(): string | null {
    const words = this.words.data;
    if (!words) return null;
    if (this.kind === 'qr') return sheetSvg(this.format, words);
    const code = this.miniProgramCode.data;
    return code
      ? sheetSvg(this.format, { ...words, picture: `data:${code.contentType};base64,${code.image}` })
      : null;
  }

  load(): Promise<void> {
    return this.words.load({ key: 'words', copy: () => null, read: () => this.read() });
  }

  setFormat(format: PosterFormat): void {
    this.format = format;
  }

  setKind(kind: PosterKind): void {
    this.kind = kind;
    if (kind === 'miniProgram') void this.loadMiniProgramCode();
  }

  loadMiniProgramCode(): Promise<void> {
    return this.miniProgramCode.load({
      key: 'mini-program-code',
      copy: () => null,
      read: () => this.readMiniProgramCode(),
    });
  }

  /** The sheet as a picture at 300 dots an inch; false where the device cannot draw it. */
  async savePng(name: string): Promise<boolean> {
    const { sheet, isWorking } = this;
    const { drawing, download } = this.root.device;
    if (!sheet || isWorking) return false;
    this.isWorking = true;
    const { width, height } = sheetSizes[this.format];
    const size = { width: Math.round(width * dotsPerMm), height: Math.round(height * dotsPerMm) };
    const file = await drawing.pngOf(sheet, size);
    runInAction(() => (this.isWorking = false));
    return file !== null && download.handOver({ name: `${name}.png`, contentType: 'image/png', file });
  }

  saveSvg(name: string): void {
    const { sheet } = this;
    if (sheet) this.root.device.download.save({ name: `${name}.svg`, text: sheet, type: 'image/svg+xml' });
  }

  /** True when another code stands on the poster; the old one then explains itself. */
  async replace(): Promise<boolean> {
    const words = this.words.data;
    if (!words || this.isWorking) return false;
    const key = this.openKey ?? newKey(this.root.parts.clock.now());
    this.openKey = key;
    this.isWorking = true;
    this.failure = null;
    try {
      const { printed } = await this.askForAnother(key);
      runInAction(() => this.words.take({ ...words, code: printed.id, url: printed.url }));
      this.openKey = null;
      this.miniProgramCode.reset();
      if (this.kind === 'miniProgram') void this.loadMiniProgramCode();
      return true;
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }

  private askForAnother(key: string): Promise<PlaceCodes> {
    const { api } = this.root;
    const { target, id } = this.place;
    return target === 'station'
      ? api.call(replaceStationCode, { stationId: id }, { key })
      : api.call(replaceMerchantCode, { merchantId: id }, { key });
  }

  private async read(): Promise<PosterWords> {
    const { communities } = this.root;
    const { target } = this.place;
    const [{ name, communityId }, { printed }] = await Promise.all([this.readPlace(), this.readCodes()]);
    if (!communities.list.data) await communities.load();
    const community = communities.list.data?.find((one) => one.id === communityId)?.name ?? '';
    return { target, name, community, code: printed.id, url: printed.url, picture: null };
  }

  private readPlace(): Promise<Named> {
    const { api } = this.root;
    const { target, id } = this.place;
    return target === 'station'
      ? api.call(getStation, { stationId: id })
      : api.call(getMerchant, { merchantId: id });
  }

  private readMiniProgramCode(): Promise<MiniProgramCode> {
    const { api } = this.root;
    const { target, id } = this.place;
    return target === 'station'
      ? api.call(getStationMiniProgramCode, { stationId: id })
      : api.call(getMerchantMiniProgramCode, { merchantId: id });
  }

  private readCodes(): Promise<PlaceCodes> {
    const { api } = this.root;
    const { target, id } = this.place;
    return target === 'station'
      ? api.call(getStationCodes, { stationId: id })
      : api.call(getMerchantCodes, { merchantId: id });
  }
}
