import type { MediaPurpose, Photo } from '../../src/contract/media';
import { createAudit } from '../../src/cloud/audit/service';
import { createCommunities } from '../../src/cloud/communities/service';
import { createMedia, type Media } from '../../src/cloud/media/service';
import { newId } from '../../src/cloud/platform/ids';
import { Refusal } from '../../src/cloud/platform/refusal';
import { monday9, startTestCloud, type TestCloud } from './cloud';
import { makePerson, type MadePerson } from './made-person';
import { get, outang } from './outang';
import { phonePhoto } from './photos';
import { startS3StandIn, type S3StandIn } from './s3-stand-in';
import { Uploading } from './uploading';

/** The code of the refusal; `done` without one. */
export const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? String(error.problem.code) : String(error)),
  );

/** The real cloud with a bucket's stand-in, and what other concepts are given of photos. */
export class MediaCloud {
  /** Of the present test. */
  rider!: MadePerson;
  phone!: Uploading;

  private constructor(
    readonly cloud: TestCloud,
    readonly s3: S3StandIn,
    readonly media: Media,
  ) {}

  static async start(): Promise<MediaCloud> {
    const s3 = await startS3StandIn();
    const cloud = await startTestCloud({ settings: { s3: s3.settings } });
    const audit = createAudit({ ...cloud, communities: createCommunities(cloud) });
    return new MediaCloud(cloud, s3, createMedia({ ...cloud, audit }));
  }

  /** No photo, no file, somebody new. */
  async reset(): Promise<void> {
    const { cloud, media } = this;
    await cloud.database.script(
      `delete from media; update media_objects set sweep_at = '-infinity'; update recurring_jobs set due_at = '2026-11-01'`,
    );
    cloud.clock.set(monday9);
    await media.sweep();
    this.rider = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
    this.phone = new Uploading(cloud, this.rider.headers);
  }

  async close(): Promise<void> {
    await this.cloud.close();
    await this.s3.close();
  }

  async taken(
    bytes: Buffer | null = null,
    by: Uploading = this.phone,
    purpose: MediaPurpose = 'after',
  ): Promise<Photo> {
    const answer = await by.upload(bytes ?? (await phonePhoto()), { purpose });
    if (!answer.media) throw new Error(`The upload was answered with ${answer.code}`);
    return answer.media;
  }

  async statusOf(url = ''): Promise<number> {
    return (await get(this.cloud, url)).statusCode;
  }

  async later(time: Parameters<TestCloud['clock']['advance']>[0]): Promise<void> {
    this.cloud.clock.advance(time);
    await this.cloud.jobs.drain();
  }

  async claim(
    photos: readonly Pick<Photo, 'id'>[],
    {
      subjectId = newId(),
      person = this.rider,
      purpose = 'after',
    }: { subjectId?: string; person?: MadePerson; purpose?: MediaPurpose } = {},
  ): Promise<void> {
    const ids = photos.map(({ id }) => id);
    const subject = { kind: 'report', id: subjectId };
    const asked = { communityId: outang.id, personId: person.id, purpose, ids, subject };
    await this.cloud.database.transaction((tx) => this.media.claim(tx, asked));
  }

  /** As it is shown now. */
  async shown({ id }: Photo): Promise<Photo | undefined> {
    return (await this.media.of(this.cloud.database, outang.id, [id]))[0];
  }
}
