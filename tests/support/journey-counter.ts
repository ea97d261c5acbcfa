import type { Holds, Redemption } from '../../src/contract/redemptions';
import type { Session } from '../../src/contract/sessions';
import { newKey } from '../../src/client/idempotency-key';
import { outang } from './outang';

async function ask<Answer>(url: string, token: string | null, body?: object): Promise<Answer> {
  const answer = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(body && { 'content-type': 'application/json', 'idempotency-key': newKey(Date.now()) }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** The noodle shop's counter, without a page: confirms the one that waits. */
export async function confirmTheOneWaiting(cloudUrl: string): Promise<Redemption> {
  const { token } = await ask<Session>(`${cloudUrl}/api/sessions/demo`, null, { account: 'staff' });
  const holds = `${cloudUrl}/api/merchants/${outang.noodles.id}/holds`;
  const [waiting, ...others] = (await ask<Holds>(holds, token)).items;
  if (!waiting || others.length > 0) throw new Error(`${waiting ? others.length + 1 : 0} wait`);
  return ask(`${holds}/${waiting.grantId}/confirmation`, token, {});
}
