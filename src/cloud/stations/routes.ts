import { getStation, listStations } from '../../contract/stations';
import { getStationSchemas, listStationsSchemas } from '../../contract/stations.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Stations } from './service';

export function stationRoutes({ on }: Router, stations: Stations): void {
  on(listStations, listStationsSchemas, policy.listStations, ({ input }) => stations.listStations(input));
  on(getStation, getStationSchemas, policy.getStation, ({ input, asker }) =>
    stations.getStation(input, asker),
  );
}
