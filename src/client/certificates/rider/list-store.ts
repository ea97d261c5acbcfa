import { makeAutoObservable } from 'mobx';
import {
  issueCertificate,
  listMyCertificates,
  type Certificate,
  type CertificateRow,
} from '../../../contract/certificates';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';
import { today } from '../../ui/dates';
import { Working } from '../../working';

type Span = 'year' | 'last' | 'all';

/** Nothing was recorded before. */
const beginning = '2020-01-01';

/** Proofs one had issued, and one more. */
export class CertificatesStore {
  readonly rows: RemoteList<CertificateRow>;
  readonly working: Working;
  from: string;
  to: string;

  constructor(private readonly root: RootStore) {
    this.rows = new RemoteList(root.parts);
    this.working = new Working(() => root.parts.clock.now());
    this.to = this.today;
    this.from = `${this.to.slice(0, 4)}-01-01`;
    makeAutoObservable<CertificatesStore, 'root'>(
      this,
      { root: false, rows: false, working: false },
      { autoBind: true },
    );
  }

  private get today(): string {
    return today(this.root.parts.clock.now());
  }

  get isWrong(): boolean {
    return this.from > this.to || this.to > this.today;
  }

  /** Which of the usual spans is chosen. */
  get span(): Span | null {
    const year = Number(this.today.slice(0, 4));
    if (this.from === `${year}-01-01` && this.to === this.today) return 'year';
    if (this.from === `${year - 1}-01-01` && this.to === `${year - 1}-12-31`) return 'last';
    return this.from === beginning && this.to === this.today ? 'all' : null;
  }

  choose(span: Span): void {
    const year = Number(this.today.slice(0, 4));
    this.from = { year: `${year}-01-01`, last: `${year - 1}-01-01`, all: beginning }[span];
    this.to = span === 'last' ? `${year - 1}-12-31` : this.today;
    this.working.forget();
  }

  setFrom(day: string): void {
    this.from = day;
  }

  setTo(day: string): void {
    this.to = day;
  }

  async load(): Promise<void> {
    if (!this.root.sessions.isSignedIn) return;
    const { current } = this.root.communities;
    await this.rows.load({
      key: current?.id ?? 'current',
      copy: () => this.root.communities.current && `certificates.${this.root.communities.current.id}`,
      readPage: async (cursor) => {
        const { id: communityId } = await this.root.communities.ready();
        return this.root.api.call(listMyCertificates, { communityId, ...(cursor && { cursor }) });
      },
    });
  }

  /** null where it was not issued. */
  async issue(): Promise<Certificate | null> {
    const { from, to } = this;
    let issued: Certificate | null = null;
    await this.working.on(`issue ${from} ${to}`, async (key) => {
      const { id: communityId } = await this.root.communities.ready();
      issued = await this.root.api.call(issueCertificate, { communityId, from, to }, { key });
    });
    return issued;
  }
}
