import { inviteClerk, removeClerk } from '../../src/contract/merchants';
import { newKey } from '../../src/client/idempotency-key';
import Clerks from '../../src/client/merchants/shop/clerks';
import Mine from '../../src/client/merchants/shop/mine';
import { clerkTexts as texts, mineTexts } from '../../src/client/merchants/shop/texts';
import { outang } from '../support/outang';
import { newPerson, signedInRider, type Rider } from './support/rider';
import { control, gone, press, seen, until, write } from './support/screen';

const merchant = { merchantId: outang.noodles.id };

async function invitationOf(clerk: Rider): Promise<string> {
  const { code } = await clerk.root.api.call(inviteClerk, merchant, { key: newKey(Date.now()) });
  return code;
}

/** Takes somebody out again, so that other tests find the shop as it was. */
async function leaveAs({ root }: Rider): Promise<void> {
  await root.api.call(removeClerk, { ...merchant, personId: root.sessions.me?.id ?? '' });
}

test('a clerk invites: a code, its picture and a link', async () => {
  const clerk = await signedInRider('merchant-clerk');
  await clerk.open(Clerks, merchant);
  await seen('面馆小周（我）');
  await press(texts.invite);
  await seen(texts.invitation);
  const code = (await until(() => document.querySelector('.invitation__code'))).textContent;
  await press(texts.copy);
  await until(() =>
    clerk.device.done.some((line) => line.endsWith(`/#/merchants/shop/mine?invitation=${code}`)),
  );
});

test('whoever is invited accepts by the link, serves there, and leaves again', async () => {
  const clerk = await signedInRider('merchant-clerk');
  const guest = await newPerson();
  await guest.open(Mine, { invitation: await invitationOf(clerk) });
  await seen(mineTexts.invited);
  await press(mineTexts.accept);
  await seen('荷风面馆');
  await gone(mineTexts.invited);
  expect(guest.device.done).toContain(`toast ${mineTexts.joined('荷风面馆')}`);
  await press(mineTexts.counter);
  expect(guest.device.done.at(-1)).toBe(`to /redemptions/shop/counter?merchantId=${outang.noodles.id}`);

  await clerk.open(Clerks, merchant);
  await seen(guest.root.sessions.me?.nickname ?? '');
  await guest.open(Clerks, merchant);
  await press(texts.leave);
  await seen(texts.leaveHint);
  await press(texts.leave);
  await until(() => guest.device.done.includes('replace /merchants/shop/mine'));
});

test('a colleague is taken out, after a question', async () => {
  const clerk = await signedInRider('merchant-clerk');
  const colleague = await newPerson();
  await colleague.open(Mine);
  await write(mineTexts.code, await invitationOf(clerk));
  await press(mineTexts.accept);
  await seen('荷风面馆');
  await clerk.open(Clerks, merchant);
  await press(texts.removeNamed(colleague.root.sessions.me?.nickname ?? ''));
  await seen(texts.removeHint);
  await press(texts.remove);
  await until(() => clerk.device.done.includes(`toast ${texts.removed}`));
  await gone(colleague.root.sessions.me?.nickname ?? '');
});

test('a code is used once, and what is none is said before anything is sent', async () => {
  const clerk = await signedInRider('merchant-clerk');
  const code = await invitationOf(clerk);
  const first = await newPerson();
  await first.open(Mine, { invitation: code });
  await press(mineTexts.accept);
  await gone(mineTexts.invited);
  await leaveAs(first);
  const second = await signedInRider('rider');
  await second.open(Mine, { invitation: code });
  await press(mineTexts.accept);
  await seen('邀请码不对，或者已经用过、过期了');
  await write(mineTexts.code, '123');
  await press(mineTexts.accept);
  await seen(mineTexts.codeWrong);
  expect(control(mineTexts.counter)).toBeNull();
});

test('who serves there is nobody else’s business', async () => {
  const rider = await signedInRider('rider');
  await rider.open(Clerks, merchant);
  await seen('没有找到');
});
