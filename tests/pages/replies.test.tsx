import ReportDetail from '../../src/client/reports/rider/detail';
import RequestDetail from '../../src/client/requests/rider/detail';
import { reported } from './support/reported';
import { answered, requested } from './support/requested';
import { newMember, newRider, signedInRider, type Rider } from './support/rider';
import { all, control, press, seen, until, write } from './support/screen';

const send = () => all('.bottom-sheet .action-button--primary')[0]?.click();
const inField = (words: string) =>
  until(() => all('textarea').some((field) => (field as HTMLTextAreaElement).value === words));
const keptOn = ({ device }: Rider) => device.storage.keys().filter((key) => key.startsWith('reply-draft.'));

const answeredRequest = async (words: string) => {
  const made = await requested(words);
  await answered(await signedInRider('department-officer'), made.id, '周二带收据来工会');
  return made;
};
const furtherQuestion = '接着问一句（还能问 2 次）';

test('a question to an answer outlives the app, is forgotten once sent, and another form does not show it', async () => {
  const { rider, id } = await answeredRequest('押金只退了一半');
  await rider.open(RequestDetail, { id });
  await press(furtherQuestion);
  await write('您的问题', '收据丢了怎么办');
  await until(() => keptOn(rider).length === 1);
  const again = newRider(rider.device);
  await again.open(RequestDetail, { id });
  await press('没解决，重新办');
  await inField('');
  await press(furtherQuestion);
  await inField('收据丢了怎么办');
  send();
  await seen('收据丢了怎么办');
  await until(() => !control('发送'));
  expect(keptOn(again)).toEqual([]);
});

test('words of a rating outlive the app, and go with whoever signs out', async () => {
  const { rider, id } = await answeredRequest('奖金没有发');
  await rider.open(RequestDetail, { id });
  await press('5 星，很满意');
  await write('说几句（可不写）', '说得明白');
  await until(() => keptOn(rider).length === 1);
  const again = newRider(rider.device);
  await again.open(RequestDetail, { id });
  await inField('说得明白');
  await again.root.sessions.signOut();
  expect(keptOn(again)).toEqual([]);
});

test('why a report is withdrawn outlives the app, and is forgotten once it is', async () => {
  const rider = await newMember();
  const { id } = await reported(rider, '桥下的路灯不亮', 1500);
  await rider.open(ReportDetail, { id });
  await press('撤回');
  await write('撤回的原因', '已经有人处理好了');
  await until(() => keptOn(rider).length === 1);
  const again = newRider(rider.device);
  await again.open(ReportDetail, { id });
  await press('撤回');
  await inField('已经有人处理好了');
  send();
  await seen('已撤回');
  await until(() => keptOn(again).length === 0);
});
