import { makeAutoObservable } from 'mobx';
import { getCertificate, getCertificatePdf, type Certificate } from '../../../contract/certificates';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

interface Ids {
  readonly certificateId: string;
  /** Of the current one where none is named. */
  readonly communityId?: string | undefined;
}

/** One proof, to be read, printed or taken along. */
export class CertificateStore {
  readonly certificate: Remote<Certificate>;
  readonly working: Working;

  constructor(
    private readonly root: RootStore,
    private readonly ids: Ids,
  ) {
    this.certificate = new Remote(root.parts);
    this.working = new Working(() => root.parts.clock.now());
    makeAutoObservable<CertificateStore, 'root' | 'ids'>(
      this,
      { root: false, ids: false, certificate: false, working: false },
      { autoBind: true },
    );
  }

  async load(): Promise<void> {
    if (!this.root.sessions.isSignedIn) return;
    await this.certificate.load({
      key: this.ids.certificateId,
      copy: () => null,
      read: async () => this.root.api.call(getCertificate, await this.named()),
    });
  }

  /** `unable` where the device cannot take it. */
  async takePdf(): Promise<'done' | 'unable' | 'failed'> {
    const outcome: { became: 'done' | 'unable' | 'failed' } = { became: 'failed' };
    await this.working.on('pdf', async () => {
      const file = await this.root.api.call(getCertificatePdf, await this.named());
      outcome.became = (await this.root.device.download.handOver(file)) ? 'done' : 'unable';
    });
    return outcome.became;
  }

  private async named() {
    const { certificateId, communityId } = this.ids;
    return { certificateId, communityId: communityId ?? (await this.root.communities.ready()).id };
  }
}
