import Type from 'typebox';
import { idempotencyKeyPattern } from './http';
import { IdSchema } from './http.schema';
import { mediaLimits, mediaPurposes, sha256Pattern } from './media';

/** A photo of something. Its addresses are good for at least half an hour: they are asked for anew with what it belongs to. */
export const PhotoSchema = Type.Object({
  id: IdSchema,
  width: Type.Integer({ description: 'Pixels of the photo at `url`' }),
  height: Type.Integer(),
  thumbUrl: Type.String({ description: 'Path below the host; a square, small enough for lists' }),
  url: Type.String({ description: 'Path below the host' }),
});

export const UploadSchema = Type.Object({
  received: Type.Integer({ description: 'Bytes that are there; the next begin here' }),
  media: Type.Union([PhotoSchema, Type.Null()], { description: 'Once all are there' }),
});

const UploadParams = Type.Object({
  communityId: IdSchema,
  uploadKey: Type.String({ pattern: idempotencyKeyPattern }),
});

export const startUploadSchemas = {
  params: UploadParams,
  body: Type.Object(
    {
      purpose: Type.Enum([...mediaPurposes]),
      size: Type.Integer({ minimum: 1, maximum: mediaLimits.uploadBytes, description: 'Bytes' }),
      sha256: Type.String({ pattern: sha256Pattern }),
    },
    { additionalProperties: false },
  ),
  answer: UploadSchema,
};

export const sendUploadBytesSchemas = {
  params: Type.Object({
    ...UploadParams.properties,
    offset: Type.Integer({ minimum: 0, maximum: mediaLimits.uploadBytes }),
  }),
  bytes: Type.Unsafe<Uint8Array>({ description: 'application/octet-stream' }),
  answer: UploadSchema,
};

export const getUploadSchemas = { params: UploadParams, answer: UploadSchema };

export const removeUploadSchemas = { params: UploadParams };
