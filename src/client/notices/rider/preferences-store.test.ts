import { problems } from '../../../contract/http';
import {
  getNoticePreferences,
  recordPushPermissions,
  setNoticePreferences,
  type NoticePreferences,
} from '../../../contract/notices';
import {
  getNoticePreferencesSchemas,
  recordPushPermissionsSchemas,
  setNoticePreferencesSchemas,
} from '../../../contract/notices.schema';
import { recordedPhone } from '../../../../tests/support/recorded-phone';
import { PreferencesStore } from './preferences-store';

const template = 'template-of-decisions';

async function openPreferences() {
  const phone = recordedPhone();
  let kept: NoticePreferences = {
    kinds: [
      { kind: 'grid_decision', isPushed: false, template, permissionsLeft: 0 },
      { kind: 'account', isPushed: false, template: null, permissionsLeft: 0 },
    ],
    quietHours: null,
  };
  const change = (changed: Partial<NoticePreferences['kinds'][number]>) => {
    kept = {
      ...kept,
      kinds: kept.kinds.map((one) => (one.kind === 'grid_decision' ? { ...one, ...changed } : one)),
    };
  };
  phone.cloud.on(getNoticePreferences, getNoticePreferencesSchemas, () => kept);
  phone.cloud.on(setNoticePreferences, setNoticePreferencesSchemas, ({ body }) => {
    const { kinds, quietHours } = body as Partial<NoticePreferences>;
    if (kinds?.[0]) change(kinds[0]);
    if (quietHours !== undefined) kept = { ...kept, quietHours };
    return kept;
  });
  phone.cloud.on(recordPushPermissions, recordPushPermissionsSchemas, ({ body }) => {
    const { answers } = body as { answers: { answer: string }[] };
    if (answers[0]?.answer === 'accept') {
      change({ permissionsLeft: (kept.kinds[0]?.permissionsLeft ?? 0) + 1 });
    }
    return kept;
  });
  const store = new PreferencesStore(phone.root);
  phone.device.permission = 'accept';
  await store.load();
  phone.device.http.requests.length = 0;
  return { ...phone, store, kind: () => store.preferences.data?.kinds[0] };
}

test('turned on from a tap: WeChat is asked before anything else, its answer is told, then it is on', async () => {
  const { store, device, kind } = await openPreferences();
  const turned = store.turnOn('grid_decision');
  expect(device.done).toEqual([`ask ${template}`]);
  await turned;
  expect(device.http.log).toEqual(['POST /api/notices/push-permissions', 'PATCH /api/notices/preferences']);
  expect(kind()).toMatchObject({ isPushed: true, permissionsLeft: 1 });
  expect(store.outcome).toEqual({ kind: 'grid_decision', was: 'accept' });
});

test.each(['reject', 'ban', 'filter'] as const)(
  '%s is told to the cloud, and it stays off',
  async (answer) => {
    const { store, device, kind } = await openPreferences();
    device.permission = answer;
    await store.turnOn('grid_decision');
    expect(device.http.log).toEqual(['POST /api/notices/push-permissions']);
    expect(kind()?.isPushed).toBe(false);
    expect(store.outcome?.was).toBe(answer);
  },
);

test('where messages are switched off in WeChat nothing is told, and it is said', async () => {
  const { store, device } = await openPreferences();
  device.permission = 'switched_off';
  await store.turnOn('grid_decision');
  expect(device.http.log).toEqual([]);
  expect(store.outcome?.was).toBe('switched_off');
});

test('allowed once more, as often as one taps', async () => {
  const { store, kind } = await openPreferences();
  await store.allowMore('grid_decision');
  await store.allowMore('grid_decision');
  expect(kind()?.permissionsLeft).toBe(2);
});

test('a kind without a template is never asked for', async () => {
  const { store, device } = await openPreferences();
  await store.turnOn('account');
  expect(device.done).toEqual([]);
});

test('quiet hours are set and taken away; what the cloud refuses is said and changes nothing', async () => {
  const { store, cloud } = await openPreferences();
  await store.setQuietHours({ from: '22:00', to: '07:00' });
  expect(store.preferences.data?.quietHours).toEqual({ from: '22:00', to: '07:00' });
  cloud.refuseNext(setNoticePreferences, problems.unavailable);
  await store.setQuietHours(null);
  expect(store.failure).toMatchObject({ code: 'unavailable' });
  expect(store.preferences.data?.quietHours).not.toBeNull();
});
