import { useRootStore } from '../root-store';
import { openRequests, type RequestsStore } from './store';

/** The requests of the app, made by the first of their pages. */
export const useRequests = (): RequestsStore => useRootStore().requests.opened(openRequests);
