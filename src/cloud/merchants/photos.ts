import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { problems, type InputOf } from '../../contract/http';
import { merchantLimits, merchantProblems, photoIdPattern, type Merchant } from '../../contract/merchants';
import type { addMerchantPhotoSchemas } from '../../contract/merchants.schema';
import { peopleProblems } from '../../contract/people';
import type { Asker } from '../platform/asker';
import type { Database, Queries, Statement } from '../platform/database';
import { onceByKey } from '../platform/idempotency';
import { PictureUnreadable, reencoded } from '../platform/pictures';
import { sendProblem } from '../platform/problems';
import { refuse } from '../platform/refusal';
import * as photos from './photo-queries';
import { canServe } from './policy';
import * as queries from './queries';
import type { MerchantsParts, Shops } from './service';
import { merchantOf, shopOf } from './shop';

async function pictureOf(image: string): Promise<readonly [Buffer, Buffer]> {
  const { photoSize, photoThumbSize } = merchantLimits;
  try {
    const [photo, thumb] = await reencoded(image, [
      { size: photoSize, fit: 'inside', format: 'webp' },
      { size: photoThumbSize, fit: 'cover', format: 'webp' },
    ]);
    return [photo.bytes, thumb.bytes];
  } catch (error) {
    if (!(error instanceof PictureUnreadable)) throw error;
    throw refuse(peopleProblems.image_unreadable, { fields: { image: '请换一张 JPG、PNG 或 WebP 图片' } });
  }
}

/** The same picture of the same shop has the same id; nobody can guess it without the picture. */
const idOf = (merchantId: string, image: Buffer): string =>
  createHash('sha256').update(merchantId).update(image).digest('hex').slice(0, 32);

/** Photos of shops, in the order in which they were added. */
export function createPhotos(parts: MerchantsParts, shops: Shops) {
  const { database, clock, communities } = parts;

  async function shown(tx: Queries, record: queries.MerchantRecord, asker: Asker): Promise<Merchant> {
    await shops.changed(tx, record);
    const shop = shopOf(record, await communities.describe(tx, record.communityId));
    return merchantOf(shop, clock.now().getTime(), { serve: canServe(asker, shop) });
  }

  return {
    /** A clerk of the shop, or staff. @param input.image Base64. */
    async addMerchantPhoto(
      input: InputOf<typeof addMerchantPhotoSchemas>,
      asker: Asker,
      key: string,
    ): Promise<Merchant> {
      const { merchantId } = input;
      const { communityId } = await shops.shopById(merchantId);
      const [image, thumb] = await pictureOf(input.image);
      const id = idOf(merchantId, image);
      const keyed = { personId: asker.personId, key, endpoint: 'addMerchantPhoto', input };
      return onceByKey({ database, clock }, keyed, async (tx) => {
        const record = await tx.row(photos.addPhoto, [communityId, merchantId, id, merchantLimits.photos]);
        if (!record) {
          const current = await tx.row(queries.find, [communityId, merchantId]);
          const isThere = current?.photos.includes(id);
          throw refuse(isThere ? merchantProblems.photo_there_already : merchantProblems.too_many_photos);
        }
        const values = [communityId, merchantId, id, image, thumb, 'image/webp', clock.now()];
        await tx.run(photos.insertPhoto, values);
        return shown(tx, record, asker);
      });
    },

    /** A clerk of the shop, or staff. */
    async removeMerchantPhoto(
      { merchantId, photoId }: { merchantId: string; photoId: string },
      asker: Asker,
    ): Promise<Merchant> {
      const { communityId } = await shops.shopById(merchantId);
      return database.transaction(async (tx) => {
        const values = [communityId, merchantId, photoId];
        const record = await tx.row(photos.removePhoto, values);
        if (!record) throw refuse(problems.not_found);
        await tx.run(photos.deletePhoto, values);
        return shown(tx, record, asker);
      });
    },
  };
}

const idPattern = new RegExp(photoIdPattern);

/** Pictures, by an id that changes with the picture. */
export function serveMerchantPhotos(app: FastifyInstance, database: Database): void {
  const serve = (path: string, find: Statement<{ picture: Buffer; contentType: string }>) =>
    app.get(path, { schema: { hide: true } }, async (request, reply) => {
      const { photoId } = request.params as { photoId: string };
      const photo = idPattern.test(photoId) && (await database.row(find, [photoId]));
      if (!photo) return sendProblem(reply, problems.not_found);
      return reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .type(photo.contentType)
        .send(photo.picture);
    });
  serve('/api/merchant-photos/:photoId', photos.findImage);
  serve('/api/merchant-photos/:photoId/thumb', photos.findThumb);
}
