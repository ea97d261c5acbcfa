import { getGridFigures, type GridFigures } from '../../../contract/report-checks';
import { Monthly } from '../../monthly';
import type { RootStore } from '../../root-store';

/** What a grid member did, month by month. */
export const figuresOf = ({ parts, api }: RootStore, communityId: string) =>
  new Monthly<GridFigures>({
    ...parts,
    name: `grid-figures.${communityId}`,
    read: (month) => api.call(getGridFigures, { communityId, month }),
  });
