import { outang } from '../../tests/support/outang';
import { phonePhoto } from '../../tests/support/photos';
import { recordedPhone, someone, type RecordedPhone } from '../../tests/support/recorded-phone';
import { keptPhotos } from './draft';
import { ReplyStore } from './reply-store';

const place = 'request.019ab000-0000-7000-8000-000000000777.reply';
const other = 'request.019ab000-0000-7000-8000-000000000778.reply';

const replyOn = ({ root }: Pick<RecordedPhone, 'root'>, at = place) =>
  new ReplyStore(root, { communityId: outang.id, purpose: 'request', mostPhotos: 3, place: at });

const closedAndOpened = ({ device: { storage, photoFiles } }: RecordedPhone, me = someone) =>
  recordedPhone({ storage, photoFiles, me });

async function written(): Promise<RecordedPhone> {
  const phone = recordedPhone();
  phone.device.chosenPhotos = [(await phonePhoto()).toString('base64')];
  const reply = replyOn(phone);
  reply.write('和站点签的');
  await reply.addPhotos('camera');
  return phone;
}

test('words and photos are there again after the app was closed, each where it was written', async () => {
  const phone = await written();
  const again = closedAndOpened(phone);
  const reply = replyOn(again);
  expect(reply.words).toBe('和站点签的');
  expect(reply.photos).toHaveLength(1);
  expect(keptPhotos(again.device.storage)).toEqual(reply.photos.map(({ key }) => key));
  expect(replyOn(again, other)).toMatchObject({ words: '', photos: [] });
});

test('what was taken back is not there again', async () => {
  const phone = await written();
  const reply = replyOn(phone);
  reply.write('');
  reply.removePhoto(reply.photos[0]?.key ?? '');
  expect(replyOn(closedAndOpened(phone))).toMatchObject({ words: '', photos: [] });
  expect(phone.device.storage.keys().filter((key) => key.startsWith('reply-draft.'))).toEqual([]);
});

test('it is forgotten once the cloud has it, not before', async () => {
  const phone = recordedPhone();
  const reply = replyOn(phone);
  reply.write('和站点签的');
  expect(await reply.send(() => Promise.resolve(false))).toBe(false);
  expect(replyOn(closedAndOpened(phone)).words).toBe('和站点签的');
  expect(await reply.send(() => Promise.resolve(true))).toBe(true);
  expect(replyOn(closedAndOpened(phone)).words).toBe('');
});

test('whoever signs out leaves none of it, and what is still open writes no more of it', async () => {
  const phone = await written();
  const open = replyOn(phone);
  await phone.root.sessions.signOut();
  open.write('还开着的');
  expect(replyOn(closedAndOpened(phone))).toMatchObject({ words: '', photos: [] });
  expect(keptPhotos(phone.device.storage)).toEqual([]);
});

test('somebody else on the same phone does not see it; a month later nobody does', async () => {
  const phone = await written();
  const stranger = closedAndOpened(phone, { ...someone, id: '019ab000-0000-7000-8000-000000000299' });
  expect(replyOn(stranger)).toMatchObject({ words: '', photos: [] });
  const again = closedAndOpened(phone);
  expect(replyOn(again).words).toBe('和站点签的');
  again.clock.advance(31 * 86_400_000);
  expect(replyOn(again).words).toBe('');
});

test('without a place it is kept nowhere', () => {
  const { root, device } = recordedPhone();
  const reply = new ReplyStore(root, { communityId: outang.id, purpose: 'request', mostPhotos: 3 });
  reply.write('别人的事');
  expect(device.storage.keys().filter((key) => key.includes('draft'))).toEqual([]);
});
