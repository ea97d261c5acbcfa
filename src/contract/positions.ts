import type { Static } from 'typebox';
import type { PositionSchema } from './positions.schema';

/** The one coordinate system of the product: what Tencent's and AMap's maps use. Others are converted at the edges. */
export const crs = 'GCJ-02';

export type Position = Static<typeof PositionSchema>;
