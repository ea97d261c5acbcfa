import { problems, type InputOf } from '../../contract/http';
import { mediaLimits, mediaProblems, type Photo, type Upload } from '../../contract/media';
import type { sendUploadBytesSchemas, startUploadSchemas } from '../../contract/media.schema';
import type { Asker } from '../platform/asker';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import { refuse } from '../platform/refusal';
import type { createMaking, UploadKey } from './making';
import * as queries from './queries';

interface UploadsParts {
  database: Database;
  clock: Clock;
  make: ReturnType<typeof createMaking>;
  photoOf(row: queries.PhotoRow): Promise<Photo>;
}

type ByKey = Pick<UploadKey, 'communityId' | 'uploadKey'>;

const valuesOf = ({ communityId, personId, uploadKey }: UploadKey) => [communityId, personId, uploadKey];
const keyOf = ({ communityId, uploadKey }: ByKey, { personId }: Asker): UploadKey => ({
  communityId,
  personId,
  uploadKey,
});

function demandSame(known: queries.Sent, sent: queries.Sent): void {
  const isSame =
    known.purpose === sent.purpose && known.size === sent.size && known.sha256.equals(sent.sha256);
  if (!isSame) throw refuse(mediaProblems.upload_differs);
}

/** Where an upload stands, and what comes of it. */
function createProgress({ database, make, photoOf }: UploadsParts) {
  /** Under way on this instance: who asks for the same meanwhile waits for it. */
  const beingMade = new Map<string, Promise<void>>();

  async function made(key: UploadKey, sent?: queries.Sent): Promise<Upload | null> {
    const row = await database.row(queries.findByKey, valuesOf(key));
    if (!row) return null;
    if (sent) demandSame(row, sent);
    return { received: row.size, media: await photoOf(row) };
  }

  async function makeOnce(key: UploadKey, upload: queries.UploadRow): Promise<void> {
    const name = JSON.stringify(key);
    const running = beingMade.get(name) ?? make(key, upload).finally(() => beingMade.delete(name));
    beingMade.set(name, running);
    await running;
  }

  async function demandMade(key: UploadKey): Promise<Upload> {
    const done = await made(key);
    if (!done) throw refuse(problems.not_found);
    return done;
  }

  return {
    made,
    demandMade,
    /** Once all bytes are there, the photo. */
    async reached(key: UploadKey, upload: queries.UploadRow): Promise<Upload> {
      if (upload.received < upload.size) return { received: upload.received, media: null };
      await makeOnce(key, upload);
      return demandMade(key);
    },
  };
}

/** Photos on their way: bytes come in pieces, to any instance, until all are there. */
export function createUploads(parts: UploadsParts) {
  const { database, clock } = parts;
  const { made, demandMade, reached } = createProgress(parts);

  return {
    /** A member of the community. */
    async startUpload(
      { purpose, size, sha256, ...byKey }: InputOf<typeof startUploadSchemas>,
      asker: Asker,
    ): Promise<Upload> {
      const key = keyOf(byKey, asker);
      const sent = { purpose, size, sha256: Buffer.from(sha256, 'hex') };
      const known = await made(key, sent);
      if (known) return known;
      const { uploadsUnderWay, unattached } = mediaLimits;
      const values = [...valuesOf(key), purpose, size, sent.sha256, clock.now(), uploadsUnderWay, unattached];
      const upload =
        (await database.row(queries.startUpload, values)) ??
        (await database.row(queries.findUpload, valuesOf(key)));
      if (!upload) {
        const done = await made(key, sent);
        if (done) return done;
        throw refuse(mediaProblems.too_many_uploads);
      }
      demandSame(upload, sent);
      return reached(key, upload);
    },

    /** A member of the community, their own. */
    async sendUploadBytes(
      { offset, bytes, ...byKey }: InputOf<typeof sendUploadBytesSchemas>,
      asker: Asker,
    ): Promise<Upload> {
      const key = keyOf(byKey, asker);
      const upload =
        (bytes.length > 0 &&
          (await database.row(queries.append, [...valuesOf(key), offset, bytes, clock.now()]))) ||
        (await database.row(queries.findUpload, valuesOf(key)));
      return upload ? reached(key, upload) : demandMade(key);
    },

    /** A member of the community, their own. */
    async getUpload(byKey: ByKey, asker: Asker): Promise<Upload> {
      const key = keyOf(byKey, asker);
      const upload = await database.row(queries.findUpload, valuesOf(key));
      return upload ? { received: upload.received, media: null } : demandMade(key);
    },

    /** A member of the community, their own, as long as it belongs to nothing. */
    async removeUpload(byKey: ByKey, asker: Asker): Promise<undefined> {
      const key = keyOf(byKey, asker);
      await database.transaction(async (tx) => {
        await tx.run(queries.deleteUpload, valuesOf(key));
        await tx.run(queries.removeByKey, valuesOf(key));
        if (await tx.row(queries.findByKey, valuesOf(key))) throw refuse(mediaProblems.photo_in_use);
      });
    },
  };
}
