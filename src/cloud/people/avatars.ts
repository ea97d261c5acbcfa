import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { peopleLimits, peopleProblems } from '../../contract/people';
import { problems } from '../../contract/http';
import type { Database } from '../platform/database';
import { sendProblem } from '../platform/problems';
import { refuse } from '../platform/refusal';
import * as queries from './queries';

/** A picture that unpacks to more is not looked at. */
const maxPixels = 40_000_000;

/** Small, square, and nothing but its pixels: where and with what it was taken is gone. */
export async function avatarOf(base64: string): Promise<Buffer> {
  try {
    const { avatarSize: size } = peopleLimits;
    return await sharp(Buffer.from(base64, 'base64'), { limitInputPixels: maxPixels, failOn: 'error' })
      .rotate()
      .resize(size, size, { fit: 'cover' })
      .webp({ quality: 82 })
      .toBuffer();
  } catch {
    throw refuse(peopleProblems.image_unreadable, { fields: { image: '请换一张 JPG、PNG 或 WebP 图片' } });
  }
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Pictures, by an id that changes with the picture and tells nothing of the person. */
export function serveAvatars(app: FastifyInstance, database: Database): void {
  app.get('/api/avatars/:avatarId', { schema: { hide: true } }, async (request, reply) => {
    const { avatarId } = request.params as { avatarId: string };
    const avatar = idPattern.test(avatarId) && (await database.row(queries.findAvatar, [avatarId]));
    if (!avatar) return sendProblem(reply, problems.not_found);
    return reply
      .header('cache-control', 'private, max-age=31536000, immutable')
      .type(avatar.contentType)
      .send(avatar.image);
  });
}
