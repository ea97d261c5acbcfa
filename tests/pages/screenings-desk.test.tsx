import {
  decideScreening,
  listScreenings,
  screeningProblems,
  type Screening,
} from '../../src/contract/screenings';
import { decideScreeningSchemas, listScreeningsSchemas } from '../../src/contract/screenings.schema';
import { problems } from '../../src/contract/http';
import { RootStore } from '../../src/client/root-store';
import Queue from '../../src/client/screenings/desk/queue';
import { createTestDevice } from '../support/device';
import { openPage } from '../support/page';
import { RecordedCloud } from '../support/recorded-cloud';
import { signedInRider } from './support/rider';
import { all, control, gone, press, seen, until, write } from './support/screen';

const community = '019ab000-0000-7000-8000-000000000001';
const id = (number: number) => `019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const waiting = (number: number, more: Partial<Screening> = {}): Screening => ({
  id: id(number),
  subject: { kind: 'report', id: id(number + 100) },
  state: 'waiting',
  startedAt: '2026-11-23T09:00:00+08:00',
  texts: [{ field: 'words', text: '物业是傻逼，路灯坏了', hits: [{ start: 3, end: 5, category: 'abuse' }] }],
  words: { why: 'words', found: null },
  pictures: [],
  decidedAt: null,
  reason: null,
  can: { decide: true },
  ...more,
});

/** The cloud with these waiting: what is decided is as the contract has it. */
function cloudWith(rows: readonly Screening[]) {
  const cloud = new RecordedCloud();
  const decisions: unknown[] = [];
  cloud.on(listScreenings, listScreeningsSchemas, ({ path }) =>
    path.includes('view=decided')
      ? { items: [], nextCursor: null, waiting: rows.length }
      : { items: [...rows], nextCursor: null, waiting: rows.length },
  );
  cloud.on(decideScreening, decideScreeningSchemas, ({ path, body }) => {
    decisions.push(body);
    const { decision, reason = null } = body as { decision: 'pass' | 'reject'; reason?: string };
    const row = rows.find((one) => path.includes(one.id));
    if (!row) throw new Error('Nobody wrote that');
    const state = decision === 'pass' ? ('passed' as const) : ('rejected' as const);
    return { ...row, state, reason, decidedAt: '2026-11-23T10:00:00+08:00', can: { decide: false } };
  });
  return { cloud, decisions };
}

async function openQueue(rows: readonly Screening[]) {
  const { cloud, decisions } = cloudWith(rows);
  const device = createTestDevice({ http: cloud });
  const page = await openPage(Queue, new RootStore(device), { communityId: community });
  return { cloud, decisions, device, page };
}

test('the words with what was found in them; let pass at once, and it stays where it is', async () => {
  const { device, decisions, page } = await openQueue([waiting(11), waiting(12)]);
  await seen('有要留意的词（骂人）');
  await seen('等着看 2');
  expect(all('.screening__hit').map(({ textContent }) => textContent)).toEqual(['傻逼', '傻逼']);
  await press('通过');
  await until(() => device.done.includes('toast 已通过'));
  await seen('等着看 1');
  expect(decisions).toEqual([{ decision: 'pass' }]);
  expect(all('.screening .tag').map(({ textContent }) => textContent)).toEqual(['等着看', '通过']);
  page.close();
});

test('not let pass with a reason; what was typed is there when it fails', async () => {
  const { cloud, decisions, device, page } = await openQueue([waiting(11)]);
  await press('不通过');
  await write('原因（对方会看到）', '请别骂人');
  cloud.refuseNext(decideScreening, problems.unavailable);
  const send = () => until(() => all('.bottom-sheet .action-button:not(.action-button--off)')[0]);
  (await send()).click();
  await seen('服务暂时不可用，请稍后再试');
  expect(document.querySelector<HTMLTextAreaElement>('.bottom-sheet textarea')?.value).toBe('请别骂人');
  (await send()).click();
  await until(() => device.done.includes('toast 已答复'));
  await seen('原因：请别骂人');
  expect(decisions).toEqual([{ decision: 'reject', reason: '请别骂人' }]);
  page.close();
});

test('a colleague was quicker: said, and as it is now', async () => {
  const rows = [waiting(11)];
  const { cloud, page } = await openQueue(rows);
  await seen('傻逼');
  cloud.refuseNext(decideScreening, screeningProblems.decided_already);
  rows.pop();
  await press('通过');
  await seen('这一条已经处理过了');
  await seen('已为您换成最新的');
  await seen('都看完了');
  page.close();
});

test('photos: why each is to be looked at, large when pressed, said when it is gone', async () => {
  const picture = { why: 'wechat_risky', found: 'porn' } as const;
  const { page } = await openQueue([
    waiting(11, {
      texts: [],
      words: { why: null, found: null },
      pictures: [
        { id: id(7), url: '/media/photo/7', thumbUrl: '/media/thumb/7', ...picture },
        { id: id(8), url: null, thumbUrl: null, why: 'unreachable', found: null },
      ],
    }),
  ]);
  await seen('微信认为不合适（色情）');
  await seen('照片已经不在了');
  await press('放大照片 1');
  await until(() => all('.screening__large').length === 1);
  await press('收起大图');
  await until(() => all('.screening__large').length === 0);
  page.close();
});

test('nothing waits, and nothing was decided', async () => {
  const { page } = await openQueue([]);
  await seen('都看完了');
  await press('看过的');
  await seen('还没有看过的');
  await gone('都看完了');
  page.close();
});

test('the real cloud shows it to staff, and to nobody else', async () => {
  const staff = await signedInRider('staff');
  await staff.open(Queue, { communityId: community });
  await until(() => control('看过的'));
  await seen('都看完了');
  const rider = await signedInRider('rider-2');
  await rider.open(Queue, { communityId: community });
  await seen('没有权限');
});
