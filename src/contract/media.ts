import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  getUploadSchemas,
  PhotoSchema,
  removeUploadSchemas,
  sendUploadBytesSchemas,
  startUploadSchemas,
  UploadSchema,
} from './media.schema';

/** What a photo is for. `after`: a department's, of what it mended; `verification`: a grid member's, on the spot. */
export const mediaPurposes = ['report', 'after', 'verification', 'request', 'bulletin', 'activity'] as const;

export const mediaLimits = {
  /** Bytes of one photo as it is sent. */
  uploadBytes: 15 * 1024 * 1024,
  /** Bytes sent at once, at most. */
  chunkBytes: 512 * 1024,
  /** More than this is not decoded. */
  pixels: 50_000_000,
  /** Pixels of the longer side that are kept, and of the square in lists. */
  photoSize: 1280,
  thumbSize: 320,
  /** Uploads of one person that are under way at once, in one community. */
  uploadsUnderWay: 30,
  /** Photos of one person that belong to nothing yet, in one community. */
  unattached: 400,
  /** An upload nobody goes on with is dropped after so many hours. */
  uploadHours: 24,
  /** A photo that came to belong to nothing is deleted after so many days. */
  unattachedDays: 7,
  /** What was sent for a report is kept beside the photo for so many days. */
  originalDays: 30,
} as const;

/** SHA-256 of what is sent, in small hexadecimal letters. */
export const sha256Pattern = '^[0-9a-f]{64}$';

export type MediaPurpose = (typeof mediaPurposes)[number];
/** As it stands in the answers of what it belongs to. */
export type Photo = Static<typeof PhotoSchema>;
export type Upload = Static<typeof UploadSchema>;

export const mediaProblems = defineProblems({
  upload_differs: [422, '这个编号已经用在另一张照片上了'],
  upload_damaged: [422, '照片没有传完整，请重新上传'],
  too_many_uploads: [409, '同时上传的照片太多了，请先传完或用掉一些'],
  photo_kind: [422, '只能用 JPG、PNG 或 WebP 格式的照片'],
  photo_pixels: [422, '照片的尺寸太大，请换一张小一些的'],
  photo_unreadable: [422, '这张照片打不开，请换一张'],
  photo_in_use: [409, '这张照片已经用上了'],
  photo_gone: [409, '有照片已经过期或用在别处了，请重新选择'],
});

const ofMember = [problems.unauthenticated, problems.not_found] as const;
const ofPictures = [
  mediaProblems.upload_damaged,
  mediaProblems.photo_kind,
  mediaProblems.photo_pixels,
  mediaProblems.photo_unreadable,
] as const;

/**
 * A member of the community. One photo is one upload, its key is made by the phone: the same key again, for the same
 * file, answers with how much is there and, once all is, with the photo; another file is refused. What is left is sent
 * from `received` on. An upload that was refused is gone, and may begin again.
 */
export const startUpload = endpoint<typeof startUploadSchemas>()({
  name: 'startUpload',
  method: 'PUT',
  path: '/api/communities/:communityId/uploads/:uploadKey',
  summary: 'Begin to upload a photo, or go on with it',
  problems: [...ofMember, mediaProblems.upload_differs, mediaProblems.too_many_uploads, ...ofPictures],
});

/**
 * A member of the community, their own upload. Bytes that do not begin where the last ones ended change nothing: the
 * answer says from where to go on. With the last of them the photo is made.
 */
export const sendUploadBytes = endpoint<typeof sendUploadBytesSchemas>()({
  name: 'sendUploadBytes',
  method: 'PUT',
  path: '/api/communities/:communityId/uploads/:uploadKey/bytes/:offset',
  summary: 'Send some bytes of a photo',
  bodyLimit: mediaLimits.chunkBytes,
  takesBytes: true,
  problems: [...ofMember, problems.payload_too_large, problems.unsupported_media_type, ...ofPictures],
});

/** A member of the community, their own upload: how much is there. */
export const getUpload = endpoint<typeof getUploadSchemas>()({
  name: 'getUpload',
  method: 'GET',
  path: '/api/communities/:communityId/uploads/:uploadKey',
  summary: 'How much of a photo is there',
  problems: ofMember,
});

/** A member of the community, their own upload, whether it is under way or done; a second time changes nothing. */
export const removeUpload = endpoint<typeof removeUploadSchemas>()({
  name: 'removeUpload',
  method: 'DELETE',
  path: '/api/communities/:communityId/uploads/:uploadKey',
  status: 204,
  summary: 'Drop a photo that belongs to nothing',
  problems: [...ofMember, mediaProblems.photo_in_use],
});
