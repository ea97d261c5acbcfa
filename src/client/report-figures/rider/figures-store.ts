import { getReportFigures, type ReportFigures } from '../../../contract/report-figures';
import { Monthly } from '../../monthly';
import type { RootStore } from '../../root-store';

/** What came of the hazards that were reported, month by month. */
export const figuresOf = ({ parts, api }: RootStore, communityId: string) =>
  new Monthly<ReportFigures>({
    ...parts,
    name: `report-figures.${communityId}`,
    read: (month) => api.call(getReportFigures, { communityId, month }),
  });
