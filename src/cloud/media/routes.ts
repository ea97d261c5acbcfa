import type { FastifyInstance } from 'fastify';
import { problems } from '../../contract/http';
import { getUpload, removeUpload, sendUploadBytes, startUpload } from '../../contract/media';
import {
  getUploadSchemas,
  removeUploadSchemas,
  sendUploadBytesSchemas,
  startUploadSchemas,
} from '../../contract/media.schema';
import { sendProblem } from '../platform/problems';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Media } from './service';

export function mediaRoutes({ on }: Router, media: Media): void {
  on(startUpload, startUploadSchemas, policy.startUpload, ({ input, asker }) =>
    media.startUpload(input, asker),
  );
  on(sendUploadBytes, sendUploadBytesSchemas, policy.sendUploadBytes, ({ input, asker }) =>
    media.sendUploadBytes(input, asker),
  );
  on(getUpload, getUploadSchemas, policy.getUpload, ({ input, asker }) => media.getUpload(input, asker));
  on(removeUpload, removeUploadSchemas, policy.removeUpload, ({ input, asker }) =>
    media.removeUpload(input, asker),
  );
}

const fileEndings: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

/** Photos, by addresses that are good for a while. Whatever is wrong with one, the answer is the same. */
export function serveMedia(app: FastifyInstance, media: Media): void {
  app.get('/media/:variant/:file', { schema: { hide: true } }, async (request, reply) => {
    const { variant, file } = request.params as { variant: string; file: string };
    const link = await media.links.read(variant, file);
    const held = link && (await media.open(link));
    if (!held) return sendProblem(reply.header('cache-control', 'no-store'), problems.not_found);
    const { bytes, contentType, isOriginal } = held;
    const name = `photo.${fileEndings[contentType] ?? 'bin'}`;
    const cached = `private, max-age=${link.secondsLeft}, immutable`;
    return reply
      .header('cache-control', isOriginal ? 'private, no-store' : cached)
      .header('content-disposition', `${isOriginal ? 'attachment' : 'inline'}; filename="${name}"`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'cross-origin')
      .type(contentType)
      .send(bytes);
  });
}
