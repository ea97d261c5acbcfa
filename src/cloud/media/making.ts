import { createHash } from 'node:crypto';
import { mediaLimits, mediaProblems, type MediaPurpose } from '../../contract/media';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import { newId } from '../platform/ids';
import { dayMs } from '../platform/local-time';
import { PictureUnreadable, remadeInTurn, type MadePicture, type Remade } from '../platform/pictures';
import { refuse } from '../platform/refusal';
import type { Sealing } from '../platform/sealing';
import type { Objects } from './objects';
import * as queries from './queries';

interface MakingParts {
  database: Database;
  clock: Clock;
  sealing: Sealing;
  objects: Objects;
}

/** Whose upload, by the phone's own key. */
export interface UploadKey {
  communityId: string;
  personId: string;
  uploadKey: string;
}

const shapes = [
  { size: mediaLimits.photoSize, fit: 'inside', format: 'jpeg' },
  { size: mediaLimits.thumbSize, fit: 'cover', format: 'jpeg' },
] as const;

const problemOf = {
  kind: mediaProblems.photo_kind,
  pixels: mediaProblems.photo_pixels,
  broken: mediaProblems.photo_unreadable,
} as const;

/** Kept beside the photo only where staff may need to see it as it was. */
const keepsOriginal: Partial<Record<MediaPurpose, true>> = { report: true };

export const originalContext = (mediaId: string) => `media.original:${mediaId}`;

/** What came in whole becomes a photo. */
export function createMaking({ database, clock, sealing, objects }: MakingParts) {
  async function drop({ communityId, personId, uploadKey }: UploadKey): Promise<void> {
    await database.run(queries.deleteUpload, [communityId, personId, uploadKey]);
  }

  /** All its bytes; in memory only while the picture is decoded. */
  async function whole(key: UploadKey, sha256: Buffer): Promise<Buffer> {
    const chunks = await database.rows(queries.listChunks, [key.communityId, key.personId, key.uploadKey]);
    const bytes = Buffer.concat(chunks.map((chunk) => chunk.bytes));
    if (createHash('sha256').update(bytes).digest().equals(sha256)) return bytes;
    await drop(key);
    throw refuse(mediaProblems.upload_damaged);
  }

  function originalOf(id: string, purpose: MediaPurpose, bytes: Buffer, contentType: string) {
    if (!keepsOriginal[purpose]) return null;
    const until = new Date(clock.now().getTime() + mediaLimits.originalDays * dayMs);
    return { ...sealing.seal(bytes, originalContext(id)), contentType, until };
  }

  async function keep(
    { communityId, personId, uploadKey }: UploadKey,
    { purpose, size, sha256 }: queries.UploadRow,
    bytes: Buffer,
    { contentType, pictures: [photo, thumb] }: Remade<typeof shapes> & { pictures: readonly MadePicture[] },
  ): Promise<void> {
    const id = newId();
    const original = originalOf(id, purpose, bytes, contentType);
    const contents = [photo.bytes, thumb.bytes, ...(original ? [original.bytes] : [])];
    const [photoHash, thumbHash, originalHash] = await objects.put(communityId, contents);
    const { width, height } = photo;
    const ofOriginal = original
      ? [originalHash, original.keyId, original.contentType, original.until]
      : [null, null, null, null];
    await database.transaction(async (tx) => {
      // Whoever was quicker with the same upload has made the photo.
      if (!(await tx.run(queries.deleteUpload, [communityId, personId, uploadKey]))) return;
      await tx.run(queries.insert, [
        ...[communityId, id, purpose, personId, uploadKey, thumbHash, photoHash, width, height],
        ...[size, sha256],
        ...ofOriginal,
        clock.now(),
      ]);
    });
  }

  /** An upload that is no photo is gone. */
  return async function make(key: UploadKey, upload: queries.UploadRow): Promise<void> {
    try {
      await remadeInTurn(
        () => whole(key, upload.sha256),
        shapes,
        (bytes, made) => keep(key, upload, bytes, made),
      );
    } catch (error) {
      if (error instanceof PictureUnreadable) {
        await drop(key);
        throw refuse(problemOf[error.reason]);
      }
      throw error;
    }
  };
}
