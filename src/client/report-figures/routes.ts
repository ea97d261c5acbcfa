import { definePage } from '../ui/route';

export const reportFiguresRoutes = {
  /** What came of the hazards that were reported, for everybody. */
  figures: definePage('report-figures/rider/figures', 'communityId'),
};
