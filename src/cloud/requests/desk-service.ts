import { createCaseGiving, createCaseMoves } from './case-moves';
import { createCaseViews } from './case-views';
import { createCaseReading, createCases, type CasesParts } from './cases';
import { createFigures } from './figures';

export type RequestDesk = ReturnType<typeof createRequestDesk>;

/** Requests as those see them who deal with them. */
export function createRequestDesk(parts: CasesParts) {
  const all = { ...parts, views: createCaseViews(parts) };
  return {
    ...createCases(all),
    ...createCaseReading(all),
    ...createCaseMoves(all),
    ...createCaseGiving(all),
    ...createFigures(parts),
  };
}
