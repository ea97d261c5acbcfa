import { askRequester } from '../../src/contract/request-cases';
import { newKey } from '../../src/client/idempotency-key';
import Detail from '../../src/client/requests/rider/detail';
import Mine from '../../src/client/requests/rider/mine';
import NewRequest from '../../src/client/requests/rider/new';
import { outang } from '../support/outang';
import { phonePhoto } from '../support/photos';
import { accepted, answered, categoryNamed, requested, requestsOf } from './support/requested';
import { newMember, newRider, signedInRider, type Rider } from './support/rider';
import { all, control, gone, press, seen, until, write } from './support/screen';

const communityId = outang.id;
const keyed = () => ({ key: newKey(Date.now()) });
const send = () => all('.bottom-sheet .action-button--primary')[0]?.click();
let photo: string;
let officer: Rider;

beforeAll(async () => {
  photo = (await phonePhoto()).toString('base64');
  officer = await signedInRider('department-officer');
});

/** A member with a photo to choose. */
async function member(): Promise<Rider> {
  const rider = await newMember();
  rider.device.chosenPhotos = [photo];
  await rider.root.communities.load();
  return rider;
}

test('a category says who answers and how soon; words and a photo are sent, and the request’s page follows', async () => {
  const rider = await member();
  await rider.open(NewRequest);
  await seen('工会答复 · 5 个工作日内');
  await press('劳动报酬');
  await seen('只有负责的部门和社区工作人员能看到');
  await press('换一类');
  await press('工伤与保险');
  await write('说说您遇到的事', '送餐时摔了，医药费怎么办');
  await press('拍照');
  await until(() => all('.photo-grid__one').length === 1);
  await press('提交');
  const moved = await until(() => rider.device.done.find((line) => line.startsWith('replace')));
  expect(moved).toMatch(/^replace \/requests\/rider\/detail\?id=.+&sent=1$/);
  await rider.open(Mine);
  await seen('送餐时摔了，医药费怎么办');
  await seen('等工会受理');
});

test('what is missing is said; a confidential category says in one sentence who reads it', async () => {
  const rider = await member();
  await rider.open(NewRequest);
  await press('法律咨询');
  await seen('这一类只有司法所指定的人能看到，商户、公司、其他部门都看不到。');
  await press('提交');
  await seen('还差：几句话或照片');
});

test('what is spoken is written down where the device listens, else the keyboard’s microphone is named', async () => {
  const rider = await member();
  await rider.open(NewRequest);
  await seen('点键盘上的话筒');
  rider.device.dictation.said = ['站点说请假要扣钱'];
  await rider.open(NewRequest);
  await press('劳动报酬');
  await press('说出来');
  const [draft] = await until(() => {
    const { mine } = requestsOf(rider).drafts;
    return mine[0]?.words ? mine : null;
  });
  expect(draft).toMatchObject({ words: '站点说请假要扣钱', spokenWords: true });
});

test('without a network it waits on the phone, and leaves with the network', async () => {
  const rider = await member();
  await rider.open(NewRequest);
  await press('其他');
  await write('说说您遇到的事', '想问问夜里充电的事');
  rider.device.goOffline();
  await press('提交');
  await until(() => rider.device.done.find((line) => line === 'replace /requests/rider/mine'));
  await rider.open(Mine);
  await seen('等网络');
  rider.device.goOnline();
  await press('现在发送');
  await gone('还在手机里的');
  await seen('等居民委员会受理');
});

test('what is asked is answered; without a network the words stay until it goes', async () => {
  const { rider, id } = await requested('扣了两天工钱');
  const { version } = await accepted(officer, id);
  const asked = { communityId, requestId: id, version, question: '合同是和哪家签的？' };
  await officer.root.api.call(askRequester, asked, keyed());
  await rider.open(Detail, { id });
  await seen('合同是和哪家签的？');
  await press('回答');
  await write('您的回答', '和站点签的');
  rider.device.goOffline();
  send();
  await until(() => all('.bottom-sheet .notice--danger').length > 0);
  rider.device.goOnline();
  send();
  await seen('和站点签的');
  await until(() => !control('发送'));
});

test('an answer is read, asked about further, and rated', async () => {
  const { rider, id } = await requested('押金没有退');
  await answered(officer, id, '周二带收据来工会');
  await rider.open(Detail, { id });
  await seen('周二带收据来工会');
  await press('接着问一句（还能问 2 次）');
  await write('您的问题', '收据丢了怎么办');
  send();
  await seen('收据丢了怎么办');
  await answered(officer, id, '没有收据也可以来');
  await rider.open(Detail, { id });
  await seen('没有收据也可以来');
  await press('5 星，很满意');
  await write('说几句（可不写）', '说得明白');
  await press('提交评价');
  await seen('您的评价');
  await seen('已经办结');
});

test('what was not solved is opened again once, with a reason', async () => {
  const { rider, id } = await requested('加班费没给');
  await answered(officer, id, '请找站长');
  await rider.open(Detail, { id });
  await press('没解决，重新办');
  await write('原因', '站长说不归他管');
  send();
  await seen('再次提出');
  await until(() => !control('没解决，重新办'));
});

test('what nobody has begun with is withdrawn', async () => {
  const { rider, id } = await requested('想问个事');
  await rider.open(Detail, { id });
  await press('撤回');
  await press('已经解决了');
  send();
  await seen('已经撤回');
});

test('who is not signed in is asked to, and a request of somebody else is not there', async () => {
  const { id } = await requested('别人的事');
  const nobody = newRider();
  await nobody.open(Mine);
  await seen('请先登录');
  const other = await member();
  await other.open(Detail, { id });
  await seen('再试一次');
  expect(document.body.textContent).not.toContain('别人的事');
  expect(await categoryNamed(other, '法律咨询')).toMatchObject({ isConfidential: true });
});
