import { useRootStore } from '../root-store';
import { openReports, type ReportsStore } from './store';

/** The reports of the app, made by the first of their pages. */
export const useReports = (): ReportsStore => useRootStore().reports.opened(openReports);
