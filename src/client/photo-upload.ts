import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { InputOf } from '../contract/http';
import { mediaLimits, sendUploadBytes, startUpload, type MediaPurpose, type Upload } from '../contract/media';
import type { Api } from './api';
import { CallFailed, refusalOf } from './failure';
import type { Platform } from './platform/platform';
import { uploadTexts } from './ui/photo-texts';

/** Of one photo, the key of its file. */
export interface PhotoToSend {
  readonly communityId: string;
  readonly key: string;
  readonly purpose: MediaPurpose;
}

type SomeBytes = InputOf<NonNullable<(typeof sendUploadBytes)['schemas']>>;

interface Parts {
  readonly api: Api;
  readonly device: Platform;
}

const leastChunk = 16 * 1024;
const firstChunk = 128 * 1024;
/** Answers that bring it no further, until it is given up for now. */
const mostStalls = 3;

const missing = refusalOf({ code: 'photo_missing', status: 410, title: uploadTexts.missing });

const isTimeout = (error: unknown) => error instanceof CallFailed && error.failure.kind === 'timeout';

/** Sends photos that are files on the phone, some bytes at a time; what was sent before is not sent again. */
export class PhotoUpload {
  /** Grows and shrinks with the way to the cloud. */
  private chunk = firstChunk;

  constructor(private readonly parts: Parts) {}

  /** The id of the photo in the cloud. Throws CallFailed. */
  async send({ communityId, key: uploadKey, purpose }: PhotoToSend): Promise<string> {
    const { api, device } = this.parts;
    const bytes = await device.photoFiles.bytesOf(uploadKey).catch(() => null);
    if (bytes === null) throw new CallFailed(missing);
    const facts = { communityId, uploadKey, purpose, size: bytes.length, sha256: bytesToHex(sha256(bytes)) };
    const look = () => api.call(startUpload, facts);
    let upload = await look();
    for (let stalls = 0; upload.media === null;) {
      const offset = upload.received;
      const some = bytes.subarray(offset, offset + this.chunk);
      upload = await this.sendSome({ communityId, uploadKey, offset, bytes: some }, look);
      stalls = upload.received > offset ? 0 : stalls + 1;
      if (stalls > mostStalls) throw new CallFailed({ kind: 'broken' });
    }
    return upload.media.id;
  }

  /** What is too much for the way there is tried again as less. */
  private async sendSome(some: SomeBytes, look: () => Promise<Upload>): Promise<Upload> {
    try {
      const upload = await this.parts.api.call(sendUploadBytes, some);
      this.chunk = Math.min(this.chunk * 2, mediaLimits.chunkBytes);
      return upload;
    } catch (error) {
      if (!isTimeout(error) || this.chunk <= leastChunk) throw error;
      this.chunk = Math.max(this.chunk / 2, leastChunk);
      return look();
    }
  }
}
