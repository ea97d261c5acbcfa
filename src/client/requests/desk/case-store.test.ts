import { outang } from '../../../../tests/support/outang';
import { recordedPhone, someone, type RecordedPhone } from '../../../../tests/support/recorded-phone';
import { RequestCaseStore } from './case-store';

const communityId = outang.id;
const around = { whenChanged: () => undefined, whenGiven: () => undefined };

/** With the form of a note open. */
function opened({ root }: Pick<RecordedPhone, 'root'>, requestId: string): RequestCaseStore {
  const store = new RequestCaseStore(root, { communityId, requestId }, around);
  store.begin('note');
  return store;
}

test('what is written on one case is there again after another was looked at, and is not mixed with it', () => {
  const phone = recordedPhone();
  opened(phone, 'one').write({ words: '打过电话了' });
  expect(opened(phone, 'two').form.words).toBe('');
  opened(phone, 'two').write({ words: '转给工会' });
  expect(opened(phone, 'one').form.words).toBe('打过电话了');
  expect(opened(phone, 'two').form.words).toBe('转给工会');
});

test('it is never on the device, and gone when somebody else signs in or the app is closed', async () => {
  const phone = recordedPhone();
  const { storage } = phone.device;
  opened(phone, 'one').write({ words: '打过电话了' });
  expect([...storage.texts.values()].join()).not.toContain('打过电话了');
  await phone.root.sessions.signOut();
  expect(opened(phone, 'one').form.words).toBe('');
  expect(opened(recordedPhone({ storage, me: someone }), 'one').form.words).toBe('');
});
