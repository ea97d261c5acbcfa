import Party from '../../src/client/members/rider/party';
import { signedInRider } from './support/rider';
import { all, gone, press, seen, until, write } from './support/screen';

const branch = '海棠街道快递行业党支部';
const requests = (log: readonly string[]) => log.filter((line) => line.startsWith('PUT'));

test('reports in after a consent of its own, and takes it back in one tap', async () => {
  const { device, open } = await signedInRider('rider-2');
  await open(Party);
  await press('报到');
  await seen('请写上党组织的名称');
  await write('您所在的党组织', branch);
  await press('报到');
  await seen('同意保存这条信息吗？');
  await press('不同意');
  await gone('同意保存这条信息吗？');
  expect(requests(device.http.log)).toEqual([]);

  await press('报到');
  await press('同意并报到');
  await seen('您已向社区报到');
  await seen(branch);
  expect(device.storage.keys().some((key) => JSON.stringify(device.storage.get(key)).includes(branch))).toBe(
    false,
  );

  await press('撤回报到');
  await seen('马上删除，不留底');
  (await until(() => all('.bottom-sheet .action-button')[0])).click();
  await until(() => device.done.includes('toast 已撤回并删除'));
  await seen('您所在的党组织');
});
