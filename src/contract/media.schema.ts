import Type from 'typebox';
import { IdSchema } from './http.schema';

/** A picture in an answer. Its addresses hold for a short while: ask again rather than keep them. */
export const PhotoSchema = Type.Object({
  id: IdSchema,
  url: Type.String({ description: 'Path below the host; longer side 1280 pixels at most' }),
  thumbUrl: Type.String({ description: 'The same, 320 pixels at most' }),
  width: Type.Integer({ description: 'Pixels of `url`' }),
  height: Type.Integer(),
});
