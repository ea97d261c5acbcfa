import { makeAutoObservable } from 'mobx';
import {
  listCertificates,
  revokeCertificate,
  sealCertificate,
  type CertificateState,
} from '../../../contract/certificates';
import type { AnswerOf } from '../../../contract/http';
import { isRefusedWith } from '../../failure';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

export type ManagedRow = AnswerOf<NonNullable<(typeof listCertificates)['schemas']>>['items'][number];

/** Proofs of a community: the seal on them, and what is taken back. */
export class CertificateDeskStore {
  readonly rows: RemoteList<ManagedRow>;
  readonly working: Working;
  view: CertificateState = 'platform';

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.rows = new RemoteList(root.parts);
    this.working = new Working(() => root.parts.clock.now());
    makeAutoObservable<CertificateDeskStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, rows: false, working: false },
      { autoBind: true },
    );
  }

  setView(view: CertificateState): Promise<void> {
    this.view = view;
    return this.load();
  }

  load(): Promise<void> {
    const { communityId, view: state } = this;
    return this.rows.load({
      key: state,
      copy: () => null,
      readPage: (cursor) =>
        this.root.api.call(listCertificates, { communityId, state, ...(cursor && { cursor }) }),
    });
  }

  seal({ id: certificateId, version }: ManagedRow, sealNumber: string, handler: string): Promise<boolean> {
    const input = { communityId: this.communityId, certificateId, version, sealNumber, handler };
    return this.change(`seal ${JSON.stringify(input)}`, () => this.root.api.call(sealCertificate, input));
  }

  revoke({ id: certificateId, version }: ManagedRow, reason: string): Promise<boolean> {
    const input = { communityId: this.communityId, certificateId, version, reason };
    return this.change(`revoke ${JSON.stringify(input)}`, () => this.root.api.call(revokeCertificate, input));
  }

  /** True when the cloud has it; who was slower sees how it stands now. */
  private async change(what: string, call: () => Promise<unknown>): Promise<boolean> {
    const isDone = await this.working.on(what, async () => void (await call()));
    if (isDone || isRefusedWith(this.working.failure, 'conflict')) await this.load();
    return isDone;
  }
}
