import { makeAutoObservable } from 'mobx';
import { parseCertificateCode, verifyCertificate, type Verification } from '../../../contract/certificates';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';

/** Whether a paper is what it says. */
export class VerifyStore {
  readonly answer: Remote<Verification>;
  typed: string;
  /** Asked with something that is no code. */
  isWrong = false;
  /** The code that is asked about. */
  private code: string | null = null;

  constructor(
    private readonly root: RootStore,
    code: string,
  ) {
    this.answer = new Remote(root.parts);
    this.typed = code;
    makeAutoObservable<VerifyStore, 'root'>(this, { root: false, answer: false }, { autoBind: true });
  }

  get isAsked(): boolean {
    return this.code !== null;
  }

  write(typed: string): void {
    this.typed = typed;
    this.isWrong = false;
  }

  /** False where it is no code. */
  async check(text: string = this.typed): Promise<boolean> {
    const code = parseCertificateCode(text);
    this.isWrong = code === null;
    if (code === null) return false;
    this.typed = code;
    this.code = code;
    await this.answer.load({
      key: code,
      copy: () => null,
      read: () => this.root.api.call(verifyCertificate, { code }),
    });
    return true;
  }

  again(): void {
    this.code = null;
    this.typed = '';
    this.answer.reset();
  }
}
