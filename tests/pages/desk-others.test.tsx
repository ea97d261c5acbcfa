import { privacyNoticeVersion } from '../../src/contract/consents';
import { reportIn } from '../../src/contract/members';
import Log from '../../src/client/audit/desk/log';
import PartyReports from '../../src/client/members/desk/party';
import Deliveries from '../../src/client/notices/desk/deliveries';
import { communityOf } from './support/community';
import { signedInRider } from './support/rider';
import { all, gone, press, seen, until } from './support/screen';

const branch = '藕塘社区第二党支部';

test('party members: the organiser sees who, staff only how many', async () => {
  const member = await signedInRider('grid-member');
  const communityId = communityOf(member);
  const noticeVersion = privacyNoticeVersion;
  await member.root.api.call(reportIn, { communityId, branch, noticeVersion });
  const organiser = await signedInRider('organiser');
  await organiser.open(PartyReports, { communityId });
  await seen(branch);
  const staff = await signedInRider('staff');
  await staff.open(PartyReports, { communityId });
  await seen('名单只有社区负责人能看到');
  await gone(branch);
  expect(staff.device.http.log.some((line) => line.endsWith('/party-reports'))).toBe(false);
});

test('the log: what was looked at stands in it, and goes out as a file with its proof', async () => {
  const organiser = await signedInRider('organiser');
  const communityId = communityOf(organiser);
  await organiser.open(PartyReports, { communityId });
  await seen('名单');
  const auditor = await signedInRider('auditor');
  await auditor.open(Log, { communityId });
  await seen('查看了党员报到名单');
  await seen('操作人 党群老方');
  await press('导出');
  await seen('校验链完整');
  expect(auditor.device.done[0]).toMatch(/^save 操作记录 .+\.json \[/);
});

test('deliveries: how many of each at a glance', async () => {
  const admin = await signedInRider('admin');
  await admin.open(Deliveries, { communityId: communityOf(admin) });
  await seen('没有卡住的');
  await until(() => all('.delivery-tile').length === 8);
  await press('已发出');
  await seen('微信已收下');
});
