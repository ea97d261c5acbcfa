import { getMember, setMemberStatus } from '../../src/contract/members';
import Inbox from '../../src/client/notices/rider/inbox';
import Preferences from '../../src/client/notices/rider/preferences';
import { communityOf } from './support/community';
import { newMember, newRider, signedInRider, type Rider } from './support/rider';
import { all, control, gone, press, seen, until } from './support/screen';

/** Staff have met them: that is told. */
async function verified(rider: Rider): Promise<Rider> {
  const staff = await signedInRider('staff');
  const ids = { communityId: communityOf(staff), personId: rider.root.sessions.me?.id ?? '' };
  for (const status of ['joined', 'verified'] as const) {
    const { version } = await staff.root.api.call(getMember, ids);
    await staff.root.api.call(setMemberStatus, { ...ids, status, version });
  }
  return rider;
}

test('a new notice is marked in words, read when it is opened, and leads to its page', async () => {
  const { root, device, open } = await verified(await newMember());
  await root.notices.loadUnread();
  const before = root.notices.unread;
  expect(before).toBeGreaterThan(0);
  expect(device.badge).toBe(before);
  await open(Inbox);
  await seen('身份已核实');
  await seen('未读');
  all('.told--unread')[0]?.click();
  await until(() => root.notices.unread === before - 1 && device.badge === before - 1);
});

test('all are read at once', async () => {
  const { root, open } = await verified(await signedInRider('organiser'));
  await open(Inbox);
  await press('全部标为已读');
  await seen('都看过了');
  await gone('未读');
  expect(root.notices.unread).toBe(0);
  await until(() => !control('全部标为已读'));
});

test('a stranger is asked to sign in', async () => {
  const { device, open } = newRider();
  await open(Inbox);
  await press('去登录');
  expect(device.done).toEqual(['to /sessions/rider/sign-in']);
});

test('on the web the inbox is all there is; quiet hours are kept for WeChat', async () => {
  const { open } = await signedInRider('auditor');
  await open(Preferences);
  await seen('网页上收不到微信提醒');
  await press('免打扰时段');
  await until(() => all('input[type="time"]').length === 2);
  expect(all('input[type="time"]').map((field) => (field as HTMLInputElement).value)).toEqual([
    '22:00',
    '07:00',
  ]);
  await press('免打扰时段');
  await until(() => all('input[type="time"]').length === 0);
});
