import { deskTexts } from '../../src/client/certificates/desk/texts';
import { verifyTexts } from '../../src/client/certificates/public/texts';
import { certificateTexts, listTexts } from '../../src/client/certificates/rider/texts';
import { correctionsTexts, recordsTexts } from '../../src/client/service-records/desk/texts';
import { correctionTexts, mineTexts } from '../../src/client/service-records/rider/texts';
import { meTexts } from '../../src/client/settings/texts';
import { pdfText } from '../support/pdf-text';
import { wideScreen, type Visit } from './browser';
import { downloaded, field } from './desk-web';
import { OpenWeb, signIn } from './open-web';
import { press, see, sheet } from './rider-web';

let web: OpenWeb;
beforeAll(async () => {
  web = await OpenWeb.start();
});
afterEach(() => web.leave());
afterAll(() => web.close());

const content = '陪独居老人聊天做饭';

/** A sheet from below is answered by its own button. */
const answer = ({ page }: Visit, name: string) =>
  sheet(page).getByRole('button', { name, exact: true }).click();

test('hours are set right, certified, sealed, and checked by whoever holds the paper', async () => {
  const rider = await web.enter();
  const staff = await web.enter('', wideScreen);
  let code = '';
  await web.walk(rider, 'service hours', async (step) => {
    await signIn(rider, '陈师傅');
    await step('mine', async () => {
      await press(rider.page, new RegExp(meTexts.service), 'link');
      await see(rider.page, mineTexts.records);
      await see(rider.page, content);
    });
    await step('correction', async () => {
      await press(rider.page, new RegExp(content), 'link');
      await see(rider.page, correctionTexts.ask);
      await field(rider.page, correctionTexts.hours).fill('2');
      await field(rider.page, correctionTexts.reason).fill('收拾厨房多待了半个钟头');
    });
    await step('asked', async () => {
      await press(rider.page, correctionTexts.send);
      await see(rider.page, correctionTexts.running);
    });
  });
  await web.walk(staff, 'service desk', async (step) => {
    await signIn(staff, '社区小陶');
    await step('records', async () => {
      await press(staff.page, meTexts.desks.service, 'link');
      await see(staff.page, recordsTexts.corrections);
    });
    await step('corrections', async () => {
      await press(staff.page, new RegExp(recordsTexts.corrections), 'link');
      await see(staff.page, '收拾厨房多待了半个钟头');
    });
    await step('decide', async () => {
      await press(staff.page, correctionsTexts.decide);
      await field(staff.page, correctionsTexts.reply).fill('问过老吴，是的');
    });
    await answer(staff, correctionsTexts.send);
    await see(staff.page, correctionsTexts.empty);
  });
  await web.walk(rider, 'service certificate', async (step) => {
    await rider.page.goto(`${web.cloud.url}/#/certificates/rider/list`);
    await step('list', () => see(rider.page, listTexts.empty));
    await press(rider.page, listTexts.spans.all, 'radio');
    await step('paper', async () => {
      await press(rider.page, listTexts.issue);
      await see(rider.page, certificateTexts.platform);
      await see(rider.page, '7 小时，共 3 次');
    });
    const pdf = await downloaded(rider.page, () => press(rider.page, certificateTexts.pdf));
    expect(pdf.name).toMatch(/^志愿服务记录证明 .*\.pdf$/);
    const text = pdfText(pdf.bytes);
    for (const part of ['平台记录', '陈师傅', '7 小时，共 3 次', content]) expect(text).toContain(part);
    await rider.page.emulateMedia({ media: 'print' });
    await rider.page.screenshot({ path: '.out/screenshots/service-certificate-print.png', fullPage: true });
    expect(await rider.page.getByText(certificateTexts.pdf, { exact: true }).isVisible()).toBe(false);
    expect(await rider.page.getByText(certificateTexts.paperTitle, { exact: true }).isVisible()).toBe(true);
    await rider.page.emulateMedia({ media: 'screen' });
    [, code = ''] = /查验码([0-9A-Z]{16})/.exec(text.replace(/\s/g, '')) ?? [];
    expect(code).toHaveLength(16);
  });
  const holder = await web.enter(`/verify/${code.toLowerCase()}`);
  await web.walk(holder, 'service verify', (step) =>
    step('platform', () => see(holder.page, verifyTexts.titles.platform)),
  );
  const organiser = await web.enter('', wideScreen);
  await web.walk(organiser, 'service seal', async (step) => {
    await signIn(organiser, '党群老方');
    await press(organiser.page, meTexts.desks.service, 'link');
    await see(organiser.page, recordsTexts.certificates);
    await step('certificates', async () => {
      await press(organiser.page, new RegExp(recordsTexts.certificates), 'link');
      await see(organiser.page, deskTexts.seal);
    });
    await press(organiser.page, deskTexts.seal);
    await step('seal', async () => {
      await field(organiser.page, deskTexts.sealNumber).fill('藕社章 2026-018');
      await field(organiser.page, deskTexts.handler).fill('王敏');
    });
    await answer(organiser, deskTexts.seal);
    await see(organiser.page, deskTexts.empty);
  });
  await web.walk(holder, 'service verify', async (step) => {
    await holder.page.reload();
    await step('sealed', () => see(holder.page, verifyTexts.titles.sealed));
  });
}, 240_000);
