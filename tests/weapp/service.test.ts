import { certificateTexts, listTexts } from '../../src/client/certificates/rider/texts';
import { correctionTexts } from '../../src/client/service-records/rider/texts';
import { correctionNames } from '../../src/client/service-records/service-text';
import { durationText } from '../../src/contract/service-records';
import { startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { recordJourney } from '../support/journeys';
import { pdfText } from '../support/pdf-text';
import { ApiFailure } from './harness/api-failure';
import type { MiniProgram } from './harness/mini-program';
import { demoSession, keptBy, putAway, takePhone, walkOn } from './rider-phone';

process.env['TZ'] = 'Asia/Shanghai';

let cloud: JourneyCloud;
let mp: MiniProgram;
beforeAll(async () => void (cloud = await startJourneyCloud()));
afterAll(() => cloud.close());
afterEach(() => putAway(mp));

const content = '陪独居老人聊天做饭';

test('a rider sees the hours, asks to have one set right, and opens a proof as PDF', async () => {
  mp = takePhone(cloud, { openid: 'rider', storage: keptBy(await demoSession(cloud, 'rider')) });
  const opened: string[] = [];
  let canOpen = false;
  mp.stub('openDocument', ({ filePath }) => {
    if (!canOpen) throw new ApiFailure('filetype not supported');
    opened.push(String(filePath));
    return {};
  });
  await recordJourney({ name: 'hours of service and a proof', platform: 'weapp' }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('my hours', async () => {
      mp.runtime.launch('service-records/rider/mine');
      await mp.seeText(durationText(390));
      await mp.seeText(content);
    });
    await step('one record', async () => {
      await mp.press(content);
      await mp.seeText(correctionTexts.ask);
    });
    await step('set right, please', async () => {
      mp.input('.nut-input-native', '2');
      mp.input('.field__long', '收拾厨房多待了半个钟头');
      await mp.press(correctionTexts.send);
      await mp.seeText(correctionTexts.running);
      await mp.seeText(correctionTexts.proposed(durationText(120)));
    });
    await step('never mind', async () => {
      await mp.press(correctionTexts.withdraw);
      await mp.seeText(correctionTexts.withdrawAsk);
      mp.tap('.bottom-sheet .action-button');
      await mp.seeText(correctionNames.withdrawn);
    });
    await step('a proof', async () => {
      await mp.call('navigateTo', { url: '/certificates/rider/list' });
      await mp.press(listTexts.spans.all);
      await mp.press(listTexts.issue);
      await mp.seeText(certificateTexts.platform);
      await mp.seeText(certificateTexts.totalOf(durationText(390), 3));
    });
    await step('a phone that cannot open it says so', async () => {
      await mp.press(certificateTexts.pdfOnPhone);
      await mp.until(() => mp.runtime.screen.toast === certificateTexts.cannotOpen);
    });
    await step('another can', async () => {
      canOpen = true;
      await mp.press(certificateTexts.pdfOnPhone);
      await mp.until(() => opened.length === 1);
    });
  });
  const [path = ''] = opened;
  expect(path).toMatch(/志愿服务记录证明 .*\.pdf$/);
  expect(pdfText(Buffer.from(mp.phone.disk.get(path) ?? []))).toContain('陈师傅');
}, 120_000);
