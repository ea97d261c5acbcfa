import { useRootStore } from '../root-store';
import { openAttendances, type AttendancesStore } from './store';

/** The days of the app, made by the first of their pages. */
export const useAttendances = (): AttendancesStore => useRootStore().attendances.opened(openAttendances);
