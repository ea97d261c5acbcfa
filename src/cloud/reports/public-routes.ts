import * as figures from '../../contract/report-figures';
import * as schemas from '../../contract/report-figures.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Reports } from './service';

export function publicReportRoutes({ on }: Router, service: Reports): void {
  on(figures.getReportFigures, schemas.getReportFiguresSchemas, policy.getReportFigures, ({ input }) =>
    service.getReportFigures(input),
  );
  on(figures.getReportPublicity, schemas.getReportPublicitySchemas, policy.getReportPublicity, ({ input }) =>
    service.getReportPublicity(input),
  );
  on(figures.setReportPublicity, schemas.setReportPublicitySchemas, policy.setReportPublicity, (call) =>
    service.setReportPublicity(call.input, call.asker),
  );
}
