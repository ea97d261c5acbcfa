import { CutConnection, seeded } from '../support/cut-connection';
import { bigPhotoSoWide, handedIn, photoSoWide, reportsOf, wholeDraft } from '../support/drafted';
import { serveTestCloud, type OpenOptions, type Phone, type ServedCloud } from '../support/phone';

let served: ServedCloud;

beforeAll(async () => {
  served = await serveTestCloud();
});

afterAll(() => served.close());

const count = 50;
const seed = 20_261_127;
/** Longer than the longest wait between two tries. */
const patienceMs = 11 * 60_000;

/** One to three photos, no two as wide. */
const widthsOf = (draft: number) =>
  Array.from({ length: 1 + (draft % 3) }, (_, index) => 400 + draft * 3 + index);

/** Of every tenth draft they go in pieces. */
const photosOf = (draft: number) =>
  Promise.all(widthsOf(draft).map((width) => (draft % 10 === 0 ? bigPhotoSoWide : photoSoWide)(width)));

test(`${count} drafts over a connection that is cut at random: ${count} reports, none twice, no photo lost`, async () => {
  const random = seeded(seed);
  const lines: CutConnection[] = [];
  const through: OpenOptions['through'] = (way, baseUrl) => {
    const line = new CutConnection(baseUrl, way, random, 0.4);
    lines.push(line);
    return line;
  };
  const sure = await served.signedIn('rider');
  const { storage, photoFiles } = sure.device;
  sure.device.goOffline();
  for (let draft = 0; draft < count; draft += 1) {
    const { drafts } = reportsOf(sure);
    const key = await wholeDraft(drafts, { words: `第 ${draft} 条`, photos: await photosOf(draft) });
    await drafts.submit(key);
  }
  expect(reportsOf(sure).drafts.mine).toHaveLength(count);

  let phone: Phone = served.openApp({ storage, photoFiles, through });
  for (let round = 0; round < 1_000 && reportsOf(phone).drafts.mine.length > 0; round += 1) {
    await reportsOf(phone).drafts.send();
    // Now and then the app is closed, and opened again later.
    if (random() < 0.2) phone = served.openApp({ storage, photoFiles, through });
    else served.pass(phone, patienceMs);
  }

  expect(reportsOf(phone).drafts.mine).toEqual([]);
  expect(photoFiles.files.size).toBe(0);
  const reports = await handedIn(await served.signedIn('rider'));
  const own = reports.filter(({ words }) => /^第 \d+ 条$/.test(words ?? ''));
  expect(own.map(({ words }) => words)).toEqual(
    Array.from({ length: count }, (_, draft) => `第 ${draft} 条`),
  );
  expect(own.map(({ photos }) => photos.map(({ width }) => width))).toEqual(
    Array.from({ length: count }, (_, draft) => widthsOf(draft)),
  );
  const cuts = { before: 0, during: 0, after: 0 };
  for (const line of lines)
    for (const when of ['before', 'during', 'after'] as const) cuts[when] += line.cuts[when];
  for (const many of Object.values(cuts)) expect(many).toBeGreaterThan(count / 2);
}, 180_000);
