import { getMyGridMembership } from '../../../src/contract/members';
import { getCase, type Case } from '../../../src/contract/report-cases';
import { acceptReport, assignReport, resolveReport } from '../../../src/contract/report-moves';
import { createReport, type Report } from '../../../src/contract/reports';
import { newKey } from '../../../src/client/idempotency-key';
import { PhotoUpload } from '../../../src/client/photo-upload';
import type { MediaPurpose } from '../../../src/contract/media';
import { outang } from '../../support/outang';
import { applyAs, decideAsStaff } from './community';
import { newMember, northOf, signedInRider, type Rider } from './rider';
import { until } from './screen';

/** A JPEG of a few pixels, in Base64. */
export const smallPhoto =
  '/9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAMABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAA//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AJAEV//Z';

const communityId = outang.id;
const key = () => newKey(Date.now());

async function uploaded({ root, device }: Rider, purpose: MediaPurpose): Promise<string> {
  const photo = { communityId, key: key(), purpose };
  await device.photoFiles.keep(smallPhoto, photo.key);
  return new PhotoUpload(root).send(photo);
}

/** Sent by a member, so many metres north of the noodle shop, and looked at. */
export async function reported(rider: Rider, words: string, metres = 0): Promise<Case> {
  const at = northOf({ ...outang.noodles.at, crs: 'GCJ-02', accuracyM: 10 }, metres);
  const report: Report = await rider.root.api.call(
    createReport,
    {
      communityId,
      category: 'road_manhole',
      words,
      placeText: words,
      mediaIds: [await uploaded(rider, 'report')],
      position: at,
      positionSource: 'device',
      isAnonymous: false,
      writtenAt: new Date().toISOString(),
    },
    { key: key() },
  );
  const staff = await signedInRider('staff');
  let found: Case | null = null;
  const look = async () => {
    found = await staff.root.api.call(getCase, { communityId, reportId: report.id });
  };
  return until(() => {
    void look();
    return found?.state === 'triage' && found;
  });
}

/** A grid member of their own making. */
export async function newGridMember(): Promise<Rider> {
  const rider = await newMember();
  await decideAsStaff(await applyAs(rider), 'approve');
  await rider.root.sessions.refresh();
  return rider;
}

/** What staff do, without a page. */
export async function assigned({ id: reportId, version }: Case, gridMember: Rider): Promise<Case> {
  const staff = await signedInRider('staff');
  const { membership } = await gridMember.root.api.call(getMyGridMembership, { communityId });
  const assignee = { kind: 'grid_member' as const, id: membership?.id ?? '' };
  return staff.root.api.call(assignReport, { communityId, reportId, version, assignee }, { key: key() });
}

/** Given to one, who says that it is done. */
export async function resolvedBy(worker: Rider, given: Case): Promise<Case> {
  const { api } = worker.root;
  const ids = { communityId, reportId: given.id };
  const { version } = await api.call(acceptReport, { ...ids, version: given.version }, { key: key() });
  const said = { words: '换了新井盖', afterMediaIds: [await uploaded(worker, 'after')] };
  return api.call(resolveReport, { ...ids, ...said, version }, { key: key() });
}
