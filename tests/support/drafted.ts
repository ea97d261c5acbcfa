import { randomBytes } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import type { Report } from '../../src/contract/reports';
import { openReports, type ReportsStore } from '../../src/client/reports/store';
import { outang, positionNear } from './outang';
import type { Phone } from './phone';

const base64 = async (picture: Sharp) => (await picture.jpeg({ quality: 95 }).toBuffer()).toString('base64');

/** A picture of one colour, so wide: by that it is known again. As a phone hands it over, Base64. */
export function photoSoWide(width: number): Promise<string> {
  const background = { r: width % 256, g: 120, b: 90 };
  return base64(sharp({ create: { width, height: 48, channels: 3, background } }));
}

/** The same of noise: too big to be sent in one piece. */
export function bigPhotoSoWide(width: number): Promise<string> {
  const height = Math.ceil(400_000 / width);
  return base64(sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } }));
}

export const reportsOf = ({ root }: Phone): ReportsStore => root.reports.opened(openReports);

interface Contents {
  words?: string;
  photos?: readonly string[];
}

/** A draft that lacks nothing. */
export async function wholeDraft(
  drafts: ReportsStore['drafts'],
  { words = '井盖松了', photos = [] }: Contents = {},
): Promise<string> {
  const key = drafts.begin(outang.id);
  if (key === null) throw new Error('Nobody is there to draft it');
  await drafts.addPhotos(key, photos.length > 0 ? photos : [await photoSoWide(100)]);
  const place = { position: positionNear(outang.noodles.at, 0), source: 'device' as const };
  drafts.change(key, { category: 'road_manhole', words, place: place as never });
  return key;
}

/** All that the cloud has of a person, the oldest first. */
export async function handedIn(phone: Phone): Promise<Report[]> {
  const reports = reportsOf(phone);
  await reports.loadMine('all');
  const list = reports.mine('all');
  while (list.hasMore) await list.loadMore();
  const all: Report[] = [];
  for (const { id } of list.rows.data ?? []) {
    await reports.open(id);
    const report = reports.report(id).data;
    if (report) all.unshift(report);
  }
  return all;
}
