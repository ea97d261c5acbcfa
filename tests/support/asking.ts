import { randomUUID } from 'node:crypto';
import type { Coupon, Grant } from '../../src/contract/coupons';
import type { Session } from '../../src/contract/sessions';
import { outang } from './outang';

/** Somebody of the demonstration community who asks a running cloud without an app. */
export class Asking {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async as(url: string, account: string): Promise<Asking> {
    const answer = await fetch(`${url}/api/sessions/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account }),
    });
    return new Asking(url, ((await answer.json()) as Session).token);
  }

  async ask<Answer>(path: string, body?: object): Promise<Answer> {
    const answer = await fetch(this.url + path, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  /** In the noodle shop, by its printed code. */
  async holdNoodles(): Promise<Grant> {
    const { items } = await this.ask<{ items: Coupon[] }>(`/api/merchants/${outang.noodles.id}/coupons`);
    const coupon = items.find(({ title }) => title === '面条满 15 减 3');
    return this.ask(`/api/coupons/${coupon?.id ?? ''}/holds`, { code: outang.noodles.code });
  }

  /** The number on the rider's own phone. */
  async numberOf({ id }: Grant): Promise<string> {
    return (await this.ask<Grant>(`/api/coupons/grants/${id}`)).redemption?.number ?? '';
  }
}
