import { createHash } from 'node:crypto';
import { sendUploadBytes, startUpload, type MediaPurpose } from '../../../src/contract/media';
import { listCases, type CaseRow } from '../../../src/contract/report-cases';
import { createReport } from '../../../src/contract/reports';
import { newKey } from '../../../src/client/idempotency-key';
import { outang } from '../../support/outang';
import { newMember, signedInRider, type Rider } from './rider';
import { until } from './screen';
import { smallPhoto } from './small-photo';

const communityId = outang.id;

/** A photo that belongs to nothing yet. */
export async function uploaded({ root }: Rider, purpose: MediaPurpose = 'report'): Promise<string> {
  // No two photos are the same file.
  const bytes = new Uint8Array([...Buffer.from(smallPhoto, 'base64'), ...Buffer.from(newKey(Date.now()))]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const upload = { communityId, uploadKey: newKey(Date.now()) };
  await root.api.call(startUpload, { ...upload, purpose, size: bytes.length, sha256 });
  const { media } = await root.api.call(sendUploadBytes, { ...upload, offset: 0, bytes });
  if (!media) throw new Error('No photo was made of it');
  return media.id;
}

const found = async ({ root }: Rider, search: string): Promise<CaseRow | undefined> =>
  (await root.api.call(listCases, { communityId, search, order: 'newest' })).items.find(
    ({ state }) => state === 'triage',
  );

/** Somebody new reports something, without a page; it has come to the desk. */
export async function reported(words: string): Promise<CaseRow> {
  const rider = await newMember();
  const input = {
    communityId,
    category: 'road_manhole' as const,
    words,
    mediaIds: [await uploaded(rider)],
    position: { lat: 31.8868, lng: 117.2514, crs: 'GCJ-02' as const, accuracyM: 10 },
    positionSource: 'device' as const,
    placeText: '荷风路 12 号',
    isAnonymous: false,
    writtenAt: new Date().toISOString(),
  };
  await rider.root.api.call(createReport, input, { key: newKey(Date.now()) });
  const staff = await signedInRider('staff');
  let row: CaseRow | undefined;
  let isAsking = false;
  return until(() => {
    if (!row && !isAsking) {
      isAsking = true;
      void found(staff, words).then((one) => {
        row = one;
        isAsking = false;
      });
    }
    return row;
  });
}
