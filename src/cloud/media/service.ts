import { problems } from '../../contract/http';
import { mediaProblems, type MediaPurpose, type Photo } from '../../contract/media';
import type { Audit } from '../audit/service';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import type { Sealing } from '../platform/sealing';
import type { Secrets } from '../platform/secrets';
import type { Storage } from '../platform/storage/storage';
import { createLinks, type OpenLink } from './links';
import { createMaking, originalContext } from './making';
import { createObjects } from './objects';
import * as queries from './queries';
import { createUploads } from './uploads';

export { createObjects } from './objects';
export { forgetMedia, mediaPersonalData } from './personal-data';

interface MediaParts {
  database: Database;
  clock: Clock;
  secrets: Secrets;
  sealing: Sealing;
  storage: Storage;
  settings: { publicUrl: string };
  audit: Audit;
}

/** What photos belong to: a concept's name for it, and its id. */
export interface MediaSubject {
  kind: string;
  id: string;
}

interface Claim {
  communityId: string;
  personId: string;
  purpose: MediaPurpose;
  ids: readonly string[];
  subject: MediaSubject;
}

/** For other concepts: all photos of these things go for good, whoever sent them. */
export async function removeMediaOf(
  tx: Queries,
  communityId: string,
  kind: string,
  ids: readonly string[],
): Promise<void> {
  await tx.run(queries.removeOfSubjects, [communityId, kind, ids]);
}

/** Of somebody who works here, at a photo as it was sent. */
interface Look {
  communityId: string;
  mediaId: string;
  actorId: string;
}

interface Original {
  /** Path below the host. */
  url: string;
  expiresAt: string;
}

/** A file behind an address. */
export interface HeldFile {
  bytes: Buffer;
  contentType: string;
  /** To be kept as a file rather than shown. */
  isOriginal: boolean;
}

const originalSeconds = 300;

/** Behind which address which bytes are. */
function createOpening({ database, clock, sealing }: MediaParts, objects: ReturnType<typeof createObjects>) {
  return async function open({ id, variant }: OpenLink): Promise<HeldFile | null> {
    const row = await database.row(queries.findHeld, [id, clock.now()]);
    const hash = row?.[variant];
    const bytes = row && hash ? await objects.get(row.communityId, hash) : null;
    if (!row || !bytes) return null;
    if (variant !== 'original') return { bytes, contentType: 'image/jpeg', isOriginal: false };
    const sealed = { bytes, keyId: row.originalKeyId ?? '' };
    return {
      bytes: sealing.openBytes(sealed, originalContext(id)),
      contentType: row.originalType ?? 'application/octet-stream',
      isOriginal: true,
    };
  };
}

export type Media = ReturnType<typeof createMedia>;

/** Photos of everything: how they come in, what they belong to, who sees them. */
export function createMedia(parts: MediaParts) {
  const { database, clock, settings, audit } = parts;
  const links = createLinks(parts);
  const objects = createObjects(parts);
  const make = createMaking({ ...parts, objects });

  const photoOf = async ({ id, width, height }: queries.PhotoRow): Promise<Photo> => ({
    id,
    width,
    height,
    thumbUrl: await links.urlOf('thumb', id),
    url: await links.urlOf('photo', id),
  });

  return {
    ...createUploads({ database, clock, make, photoOf }),
    links,
    open: createOpening(parts, objects),
    sweep: objects.sweep,

    /**
     * Photos the person sent for this purpose belong to the subject from now on. Refused with `photo_gone`, for all of
     * them, where one is not theirs, is gone, or belongs to something else; what belongs to the subject already stays so.
     */
    async claim(tx: Queries, { communityId, personId, purpose, ids, subject }: Claim): Promise<void> {
      const wanted = new Set(ids);
      if (wanted.size === 0) return;
      const values = [communityId, personId, [...wanted], purpose, subject.kind, subject.id];
      if ((await tx.run(queries.claim, values)) !== wanted.size) throw refuse(mediaProblems.photo_gone);
    },

    /** In the order of their ids, each once, with addresses that are good from now on. What is gone is left out. */
    async of(from: Queries, communityId: string, ids: readonly string[]): Promise<Photo[]> {
      if (ids.length === 0) return [];
      const rows = await from.rows(queries.listPhotos, [communityId, ids]);
      const byId = new Map(rows.map((row) => [row.id, row]));
      const found = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
      return Promise.all(found.map(photoOf));
    },

    /** For good, whatever they belong to: no address opens any more, and within an hour the files are gone. */
    async remove(tx: Queries, communityId: string, ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      await tx.run(queries.remove, [communityId, ids]);
    },

    /** A whole URL for somebody outside who looks at the photo. @param seconds how long it is good. */
    async signedUrlFor(mediaId: string, variant: 'thumb' | 'photo', seconds: number): Promise<string> {
      return settings.publicUrl + (await links.for(variant, mediaId, seconds)).url;
    },

    /**
     * A report's photo as it was sent, for whoever may see the case: the caller has seen to that. Written down; not
     * found once its time has passed. The address is good for five minutes.
     */
    async originalUrl(tx: Queries, { communityId, mediaId, actorId }: Look): Promise<Original> {
      const isThere = await tx.row(queries.findOriginal, [communityId, mediaId, clock.now()]);
      if (!isThere) throw refuse(problems.not_found);
      const details = { mediaId };
      await audit.record(tx, { communityId, actorId, action: 'original_photo_viewed', details });
      const { url, expiresAt } = await links.for('original', mediaId, originalSeconds);
      return { url, expiresAt: expiresAt.toISOString() };
    },
  };
}
