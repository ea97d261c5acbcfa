import type { PublicRecord } from '../reports/service';
import { localIso } from '../platform/local-time';
import { toWgs84 } from './coordinates';
import { services, stateNames, unconfirmedName } from './texts';

export interface Place {
  slug: string;
  name: string;
  timeZone: string;
}

interface Addresses {
  /** Of a photo that is shown, with the host. */
  photoUrl(place: Place, number: number, mediaId: string): string;
}

const stateName = ({ state, isUnconfirmed }: PublicRecord) =>
  isUnconfirmed ? unconfirmedName : stateNames[state];

/** Fields of GeoReport v2; `extended_attributes` are ours. */
export function requestOf(record: PublicRecord, place: Place, { photoUrl }: Addresses) {
  const at = (instant: Date) => localIso(place.timeZone, instant.getTime());
  const { lat, lng } = toWgs84(record);
  const photos = record.mediaIds.map((mediaId) => photoUrl(place, record.number, mediaId));
  return {
    service_request_id: String(record.number),
    status: record.isClosed ? 'closed' : 'open',
    status_notes: record.reply ?? stateName(record),
    service_name: services[record.category].name,
    service_code: record.category,
    description: record.words,
    agency_responsible: record.department ?? place.name,
    service_notice: null,
    requested_datetime: at(record.submittedAt),
    updated_datetime: at(record.changedAt),
    expected_datetime: record.isClosed || !record.dueAt ? null : at(record.dueAt),
    address: null,
    address_id: null,
    zipcode: null,
    lat,
    long: lng,
    media_url: photos[0] ?? null,
    extended_attributes: {
      state: record.state,
      state_name: stateName(record),
      is_unconfirmed: record.isUnconfirmed,
      closed_datetime: record.isClosed && record.closedAt ? at(record.closedAt) : null,
      duplicate_of: record.canonicalNumber === null ? null : String(record.canonicalNumber),
      event_code: record.eventCode,
      event_code_version: record.codeVersion,
      position_accuracy_m: 100,
      media_urls: photos,
    },
  };
}

/** RFC 7946. */
export function featureOf(record: PublicRecord, place: Place, addresses: Addresses) {
  const { lat, long, ...properties } = requestOf(record, place, addresses);
  return {
    type: 'Feature',
    id: properties.service_request_id,
    geometry: { type: 'Point', coordinates: [long, lat] },
    properties,
  };
}
