import type { FastifyInstance } from 'fastify';
import { peopleLimits, peopleProblems } from '../../contract/people';
import { problems } from '../../contract/http';
import type { Database } from '../platform/database';
import { PictureUnreadable, reencoded } from '../platform/pictures';
import { sendProblem } from '../platform/problems';
import { refuse } from '../platform/refusal';
import * as queries from './queries';

/** Small and square. */
export async function avatarOf(base64: string): Promise<Buffer> {
  try {
    const shape = { size: peopleLimits.avatarSize, fit: 'cover', format: 'webp' } as const;
    const [avatar] = await reencoded(base64, [shape]);
    return avatar.bytes;
  } catch (error) {
    if (!(error instanceof PictureUnreadable)) throw error;
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
