import { getStation, listStations } from '../../contract/stations';
import { getStationSchemas, listStationsSchemas } from '../../contract/stations.schema';
import { anyone, type Router } from '../platform/router';
import type { Stations } from './service';

export function stationRoutes({ on }: Router, stations: Stations): void {
  on(listStations, listStationsSchemas, anyone, ({ input }) => stations.listStations(input));
  on(getStation, getStationSchemas, anyone, ({ input, asker }) => stations.getStation(input, asker));
}
