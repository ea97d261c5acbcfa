import { makeAutoObservable } from 'mobx';
import {
  answerRequestQuestion,
  followUpRequest,
  getRequest,
  rateRequest,
  reopenRequest,
  withdrawRequest,
  type PersonRequest,
} from '../../../contract/requests';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

interface Said {
  readonly words: string;
  readonly mediaIds: string[];
}

/** One request of a person's own, and what they do about it. Each move says whether it worked; `working` says why not. */
export class RequestStore {
  readonly request: Remote<PersonRequest>;
  readonly working: Working;

  constructor(
    private readonly root: RootStore,
    private readonly requestId: string,
  ) {
    this.request = new Remote(root.parts);
    this.working = new Working(() => root.parts.clock.now());
    makeAutoObservable<RequestStore, 'root' | 'requestId'>(
      this,
      { root: false, requestId: false, request: false, working: false },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { requestId } = this;
    return this.request.load({
      key: requestId,
      copy: () => `requests.one.${requestId}`,
      read: () => this.root.api.call(getRequest, { requestId }),
    });
  }

  reply(said: Said): Promise<boolean> {
    return this.move('reply', said, (seen, key) =>
      this.root.api.call(answerRequestQuestion, { ...seen, ...said }, { key }),
    );
  }

  followUp(said: Said): Promise<boolean> {
    return this.move('followUp', said, (seen, key) =>
      this.root.api.call(followUpRequest, { ...seen, ...said }, { key }),
    );
  }

  rate(stars: number, words: string): Promise<boolean> {
    const rating = { stars, ...(words && { words }) };
    return this.move('rate', rating, (seen, key) =>
      this.root.api.call(rateRequest, { ...seen, ...rating }, { key }),
    );
  }

  reopen({ words: reason, mediaIds }: Said): Promise<boolean> {
    const why = { reason, mediaIds };
    return this.move('reopen', why, (seen, key) =>
      this.root.api.call(reopenRequest, { ...seen, ...why }, { key }),
    );
  }

  withdraw(reason: string): Promise<boolean> {
    const why = reason ? { reason } : {};
    return this.move('withdraw', why, (seen, key) =>
      this.root.api.call(withdrawRequest, { ...seen, ...why }, { key }),
    );
  }

  private async move(
    name: string,
    said: object,
    ask: (seen: { requestId: string; version: number }, key: string) => Promise<PersonRequest>,
  ): Promise<boolean> {
    const { requestId, working } = this;
    const version = this.request.data?.version ?? 1;
    const isDone = await working.on(JSON.stringify([name, version, said]), async (key) => {
      this.request.take(await ask({ requestId, version }, key));
    });
    const { failure } = working;
    // It stands otherwise by now: what holds is shown with the cloud's words.
    if (failure?.kind === 'refused' && failure.status === 409) await this.load();
    return isDone;
  }
}
