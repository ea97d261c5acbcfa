import { getCase } from '../../src/contract/report-cases';
import { acceptReport, askReporter, assignReport, resolveReport } from '../../src/contract/report-moves';
import Detail from '../../src/client/reports/rider/detail';
import NewReport from '../../src/client/reports/rider/new';
import { newKey } from '../../src/client/idempotency-key';
import { openReports, type ReportsStore } from '../../src/client/reports/store';
import { phonePhoto } from '../support/photos';
import { outang, positionNear } from '../support/outang';
import { uploaded } from './support/report';
import { newMember, signedInRider, type Rider } from './support/rider';
import { all, press, seen, until, write } from './support/screen';

const communityId = outang.id;
const union = '019ab000-0000-7000-8000-000000000402';
let photo: string;
let staff: Rider;

beforeAll(async () => {
  photo = (await phonePhoto()).toString('base64');
  staff = await signedInRider('staff');
});

const reportsOf = ({ root }: Rider): ReportsStore => root.reports.opened(openReports);

/** Somebody new, with a report that has come to the desk. @param away metres, so that no two tests are neighbours. */
async function reported(words: string, away: number): Promise<{ rider: Rider; id: string }> {
  const rider = await newMember();
  rider.device.chosenPhotos = [photo];
  rider.device.position = { ...positionNear(outang.noodles.at, away), crs: 'GCJ-02' };
  rider.root.settings.givePosition();
  await rider.root.communities.load();
  const reports = reportsOf(rider);
  const { drafts } = reports;
  const key = drafts.begin(communityId) ?? '';
  await drafts.addPhotos(key, [photo]);
  const place = { position: rider.device.position, source: 'device' as const };
  drafts.change(key, { category: 'corridor_clutter', words, place });
  await drafts.submit(key);
  const id = drafts.madeOf(key)?.id ?? '';
  while (reports.report(id).data?.state !== 'triage') await reports.open(id);
  return { rider, id };
}

const versionOf = async (reportId: string) => {
  const { version } = await staff.root.api.call(getCase, { communityId, reportId });
  return { communityId, reportId, version };
};
const keyed = () => ({ key: newKey(Date.now()) });

async function assigned(reportId: string): Promise<void> {
  const assignee = { kind: 'department' as const, id: union };
  await staff.root.api.call(assignReport, { ...(await versionOf(reportId)), assignee }, keyed());
}

async function worked(reportId: string): Promise<void> {
  await assigned(reportId);
  await staff.root.api.call(acceptReport, await versionOf(reportId), keyed());
}

async function resolved(reportId: string): Promise<void> {
  await worked(reportId);
  const afterMediaIds = [await uploaded(staff, 'after')];
  const done = { words: '已经清走', afterMediaIds };
  await staff.root.api.call(resolveReport, { ...(await versionOf(reportId)), ...done }, keyed());
}

const send = () => all('.bottom-sheet .action-button--primary')[0]?.click();

test('what is asked is answered; without a network the words stay until it goes', async () => {
  const { rider, id } = await reported('楼道口堆了纸箱', 300);
  await worked(id);
  const question = { question: '是哪个单元？' };
  await staff.root.api.call(askReporter, { ...(await versionOf(id)), ...question }, keyed());
  await rider.open(Detail, { id });
  await seen('是哪个单元？');
  await press('回答');
  await write('您的回答', '3 单元');
  const { moves } = reportsOf(rider);
  rider.device.goOffline();
  send();
  await until(() => moves.failed !== null && !moves.isWorking);
  rider.device.goOnline();
  send();
  await seen('3 单元');
  await until(() => reportsOf(rider).report(id).data?.state === 'in_progress');
});

test('what was done is seen with its photo, and rated', async () => {
  const { rider, id } = await reported('楼道口停了旧车', 500);
  await resolved(id);
  await rider.open(Detail, { id });
  await seen('已经清走');
  await press('处理后第 1 张');
  expect(rider.device.done.at(-1)).toMatch(/^picture \/media\/photo\//);
  await press('5 星，很满意');
  await press('确认办好');
  await seen('已办结');
  await seen('您的评价');
});

test('what was not done is asked for again, with a reason', async () => {
  const { rider, id } = await reported('楼道口堆了沙发', 700);
  await resolved(id);
  await rider.open(Detail, { id });
  await press('没办好，申请重开');
  await write('原因', '沙发还在');
  send();
  await seen('申请重开');
  await until(() => reportsOf(rider).report(id).data?.state === 'reopen_requested');
});

test('what somebody has reported next door is followed instead of being reported again', async () => {
  const { id } = await reported('楼道口堆了木板', 900);
  await assigned(id);
  const neighbour = await newMember();
  neighbour.device.chosenPhotos = [photo];
  neighbour.device.position = { ...positionNear(outang.noodles.at, 900), crs: 'GCJ-02' };
  neighbour.root.settings.givePosition();
  await neighbour.root.communities.load();
  await neighbour.open(NewReport);
  await press('拍照');
  await until(() => all('.photo-grid__one').length === 1);
  await seen('手机定位，误差约 10 米');
  await press('楼道堆物');
  await press('提交');
  await seen('附近有人报过，是同一件吗？');
  await press('也是这个，关注它');
  const reports = reportsOf(neighbour);
  await until(() => {
    void reports.open(id);
    return reports.report(id).data?.isFollowed ?? false;
  });
});
