import type { InputOf } from '../../contract/http';
import type { Merchant } from '../../contract/merchants';
import type { applyAsMerchantSchemas } from '../../contract/merchants.schema';
import { crs, type Position } from '../../contract/positions';
import type { KnownCommunity } from '../communities/service';
import { metresBetween } from '../platform/distance';
import { keepOpening, type Saying } from '../platform/nearby/open-row';
import type { Spot } from '../platform/nearby/nearby';
import type { MerchantRecord } from './queries';

/** A merchant as it is kept in memory. */
export interface Shop extends Spot {
  readonly record: MerchantRecord;
  readonly timeZone: string;
  /** Drafts and declined applications are nobody's business. */
  readonly isPublic: boolean;
  readonly position: Position;
  /** Open or not, and until when that is so. */
  sayingAt(now: number): Saying;
  openingAt(now: number): Merchant['opening'];
}

const photoUrl = (id: string) => `/api/merchant-photos/${id}`;

const positionOf = ({ position, accuracyM }: MerchantRecord): Position => ({
  lat: position.y,
  lng: position.x,
  crs,
  accuracyM,
});

export function shopOf(record: MerchantRecord, { timeZone, centre }: KnownCommunity): Shop {
  const { id, communityId, hours, status } = record;
  const position = positionOf(record);
  const point = { lat: position.lat, lng: position.lng };
  const sayingAt = keepOpening({ hours, timeZone, isOperating: status === 'active' });
  return {
    ...point,
    id,
    communityId,
    record,
    timeZone,
    centreM: metresBetween(point, centre),
    isPublic: status !== 'draft' && record.declineReason === null,
    position,
    sayingAt,
    openingAt: (now) => sayingAt(now).opening,
  };
}

const photosOf = ({ name, photos }: MerchantRecord): Merchant['photos'] =>
  photos.map((id, index) => ({
    id,
    url: photoUrl(id),
    thumbUrl: `${photoUrl(id)}/thumb`,
    alt: `${name}的照片 ${index + 1}`,
  }));

/** All there is to say in public. */
export function merchantOf(
  { record, position, openingAt }: Shop,
  now: number,
  can: Merchant['can'],
): Merchant {
  const { id, communityId, name, category, status, address, hours, phone, trustsPrintedCode } = record;
  return {
    id,
    communityId,
    name,
    category,
    status,
    address,
    position,
    opening: openingAt(now),
    hours,
    phone,
    photos: photosOf(record),
    trustsPrintedCode,
    can,
  };
}

/** What a person says of a shop, in the order in which statements take it. */
export const factsOf = ({
  name,
  category,
  address,
  position: { lat, lng, accuracyM },
  hours,
  phone,
}: InputOf<typeof applyAsMerchantSchemas>) =>
  [name.trim(), category, address.trim(), lng, lat, accuracyM, JSON.stringify(hours), phone] as const;
