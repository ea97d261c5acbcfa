import type { Static } from 'typebox';
import { defineProblems } from './http';
import type { PositionSchema } from './positions.schema';

/** The one coordinate system of the product: what Tencent's and AMap's maps use. Others are converted at the edges. */
export const crs = 'GCJ-02';

export type Position = Static<typeof PositionSchema>;

/** Of lists by distance. */
export const positionProblems = defineProblems({
  box_incomplete: [400, '地图范围要同时给出 south、west、north、east'],
  position_incomplete: [400, '位置要同时给出 lat 和 lng'],
});
