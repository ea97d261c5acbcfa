import { merchantLimits, type Merchant, type MerchantCategory } from '../../contract/merchants';
import type { OpeningHours } from '../../contract/opening-hours';
import { crs, type Position } from '../../contract/positions';
import { formTexts, hoursTexts, positionTexts } from './form-texts';
import { overlappingDays, usualHours } from './week-hours';

/** What is said of a shop while it is being written; numbers are as they were typed. */
export interface ShopDraft {
  readonly name: string;
  readonly category: MerchantCategory;
  readonly address: string;
  readonly lng: string;
  readonly lat: string;
  /** Radius in metres the place lies in; a typed place is taken to be right within some steps. */
  readonly accuracyM: number;
  readonly phone: string;
  readonly hours: OpeningHours;
}

const typedAccuracyM = 20;
const degrees = (value: number) => value.toFixed(6);

export const emptyShop: ShopDraft = {
  name: '',
  category: 'catering',
  address: '',
  lng: '',
  lat: '',
  accuracyM: typedAccuracyM,
  phone: '',
  hours: usualHours,
};

/** As a found or stored position is written into the fields. */
export const draftedPosition = ({ lng, lat, accuracyM }: Position) => ({
  lng: degrees(lng),
  lat: degrees(lat),
  accuracyM,
});

/** As somebody typed one of both. */
export const typedPosition = (part: Partial<Pick<ShopDraft, 'lng' | 'lat'>>): Partial<ShopDraft> => ({
  ...part,
  accuracyM: typedAccuracyM,
});

export const draftOf = ({ name, category, address, position, phone, hours }: Merchant): ShopDraft => ({
  name,
  category,
  address,
  ...draftedPosition(position),
  phone: phone ?? '',
  hours,
});

function degreesIn(text: string, most: number): number | null {
  const value = Number(text.trim());
  return text.trim() !== '' && Number.isFinite(value) && Math.abs(value) <= most ? value : null;
}

export function positionOf({ lng, lat, accuracyM }: ShopDraft): Position | null {
  const [x, y] = [degreesIn(lng, 180), degreesIn(lat, 90)];
  return x === null || y === null ? null : { lng: x, lat: y, crs, accuracyM };
}

export type ShopErrors = Partial<Record<keyof ShopDraft, string>>;

/** What keeps a draft from being sent, by field. */
export function errorsOf(draft: ShopDraft): ShopErrors {
  const { name, address, phone, hours, lng, lat } = draft;
  return {
    ...(name.trim() === '' && { name: formTexts.missing }),
    ...(address.trim() === '' && { address: formTexts.missing }),
    ...(phone.trim() !== '' && !/^[0-9+\- ]{3,30}$/.test(phone.trim()) && { phone: formTexts.phoneWrong }),
    ...(degreesIn(lng, 180) === null && { lng: positionTexts.wrong }),
    ...(degreesIn(lat, 90) === null && { lat: positionTexts.wrong }),
    ...(overlappingDays(hours).length > 0 && { hours: hoursTexts.overlap }),
  };
}

/** As the cloud takes it; null while something is missing. */
export function factsOf(draft: ShopDraft) {
  const position = positionOf(draft);
  if (!position || Object.keys(errorsOf(draft)).length > 0) return null;
  const { name, category, address, phone, hours } = draft;
  return {
    name: name.trim().slice(0, merchantLimits.nameLength),
    category,
    address: address.trim().slice(0, merchantLimits.addressLength),
    position,
    hours,
    phone: phone.trim() || null,
  };
}
