import type { InputOf } from '../../contract/http';
import type { listStationsSchemas } from '../../contract/stations.schema';
import { nearbyOf } from '../platform/nearby/asked';
import type { Search } from './directory';
import { maskOf } from './place';

export type ListInput = InputOf<typeof listStationsSchemas>;

/** What a request for the list asks for. */
export function searchOf(input: ListInput): Search {
  return {
    ...nearbyOf(input),
    facilities: maskOf(input.facilities ?? []),
    kind: input.kind ?? null,
    openNow: input.openNow ?? false,
  };
}
