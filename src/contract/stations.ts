import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import { positionProblems } from './positions';
import type {
  getStationCodesSchemas,
  getStationMiniProgramCodeSchemas,
  MiniProgramCodeSchema,
  getStationSchemas,
  replaceStationCodeSchemas,
  listStationsSchemas,
  StationRowSchema,
  StationSchema,
} from './stations.schema';

/** Three tiers 中心—站—点; a station's parent is of a tier above its own. */
export const stationTiers = ['centre', 'station', 'point'] as const;

export const stationKinds = ['rest_corner', 'rest_area', 'hospital', 'parking', 'other'] as const;

/** What a place offers. Codes are stored and sent; the words stand with the client. */
export const facilityCodes = [
  'water',
  'hot_water',
  'charging',
  'e_bike_charging',
  'microwave',
  'fridge',
  'medicine_box',
  'books',
  'seats',
  'toilet',
  'air_conditioning',
  'wifi',
  'lockers',
  'rain_gear',
  'parking',
  'green_channel',
  'open_24h',
] as const;

/** `suspended` comes back, `closed` does not; both stay readable, neither takes check-ins. */
export const stationStatuses = ['operating', 'suspended', 'closed'] as const;

export type StationTier = (typeof stationTiers)[number];
export type StationKind = (typeof stationKinds)[number];
export type FacilityCode = (typeof facilityCodes)[number];
export type StationStatus = (typeof stationStatuses)[number];

/** A station as lists and maps show it. */
export type StationRow = Static<typeof StationRowSchema>;
/** A station with all there is to say of it. */
export type Station = Static<typeof StationSchema>;
export type MiniProgramCode = Static<typeof MiniProgramCodeSchema>;

export const stationProblems = defineProblems({
  mini_program_code_unavailable: [503, '微信暂时给不出小程序码，请稍后再试'],
});

/**
 * Anyone may. With `lat`/`lng` by distance from there, else by distance from the community's centre.
 * A box (`south`…`east`) keeps what lies in it. `facilities` may repeat; all of them must be there and in order.
 */
export const listStations = endpoint<typeof listStationsSchemas>()({
  name: 'listStations',
  method: 'GET',
  path: '/api/stations',
  summary: 'Stations by distance, filtered, paged; or within a map box',
  problems: [positionProblems.box_incomplete, positionProblems.position_incomplete, problems.not_found],
});

/** Anyone may; `can` says what the asker may do. */
export const getStation = endpoint<typeof getStationSchemas>()({
  name: 'getStation',
  method: 'GET',
  path: '/api/stations/:stationId',
  summary: 'One station',
  problems: [problems.not_found],
});

/** Staff of the community: the printed code, and a rotating one for a screen. */
export const getStationCodes = endpoint<typeof getStationCodesSchemas>()({
  name: 'getStationCodes',
  method: 'GET',
  path: '/api/stations/:stationId/codes',
  summary: 'The codes of a station, printed and rotating',
  problems: [problems.unauthenticated, problems.forbidden, problems.not_found],
});

/** Staff of the community: the printed code is taken out of use and another takes its place. */
export const replaceStationCode = endpoint<typeof replaceStationCodeSchemas>()({
  name: 'replaceStationCode',
  method: 'POST',
  path: '/api/stations/:stationId/codes',
  status: 201,
  idempotent: true,
  summary: 'Replace the printed code of a station',
  problems: [problems.unauthenticated, problems.forbidden, problems.not_found],
});

/** Staff of the community: WeChat's own round code of the station, to be printed; scanned, it opens the check-in page. */
export const getStationMiniProgramCode = endpoint<typeof getStationMiniProgramCodeSchemas>()({
  name: 'getStationMiniProgramCode',
  method: 'GET',
  path: '/api/stations/:stationId/mini-program-code',
  summary: 'The mini-program code of a station',
  problems: [
    problems.unauthenticated,
    problems.forbidden,
    problems.not_found,
    stationProblems.mini_program_code_unavailable,
  ],
});
