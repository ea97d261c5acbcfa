import { statement } from '../platform/database';
import { columns, type MerchantRecord } from './queries';

/** Behind those there are. No row where it is there already ($3), or there are $4 of them. What others edit stays fresh. */
export const addPhoto = statement<MerchantRecord>(
  'merchants_add_photo',
  `update merchants set photos = photos || to_jsonb($3::text)
   where community_id = $1 and id = $2 and not photos ? $3 and jsonb_array_length(photos) < $4
   returning ${columns}`,
);

export const removePhoto = statement<MerchantRecord>(
  'merchants_remove_photo',
  `update merchants set photos = photos - $3::text where community_id = $1 and id = $2 and photos ? $3
   returning ${columns}`,
);

export const insertPhoto = statement<object>(
  'merchant_photos_insert',
  `insert into merchant_photos (community_id, merchant_id, id, image, thumb, content_type, created_at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

export const deletePhoto = statement<object>(
  'merchant_photos_delete',
  'delete from merchant_photos where community_id = $1 and merchant_id = $2 and id = $3',
);

interface PhotoRow {
  picture: Buffer;
  contentType: string;
}

export const findImage = statement<PhotoRow>(
  'merchant_photos_find_image',
  'select image as picture, content_type as "contentType" from merchant_photos where id = $1',
);
export const findThumb = statement<PhotoRow>(
  'merchant_photos_find_thumb',
  'select thumb as picture, content_type as "contentType" from merchant_photos where id = $1',
);
