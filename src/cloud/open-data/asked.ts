import { reportCategories, type ReportCategory } from '../../contract/reports';
import { fromWgs84 } from './coordinates';
import { errors } from './texts';

/** A refusal as GeoReport answers it: the status, and why, once or several times. */
export class Open311Refusal extends Error {
  constructor(
    readonly status: 400 | 403 | 404,
    readonly description: string,
  ) {
    super(description);
  }
}

export type Query = Readonly<Record<string, string | string[] | undefined>>;

const dayMs = 86_400_000;
/** What is asked for where no dates are given, and the most at once. */
const spanDays = 90;
const pages = { default: 100, max: 200, last: 1_000 };

/** The first where it was given more than once. */
export const textOf = (query: Query, name: string): string | undefined => {
  const value = query[name];
  const text = Array.isArray(value) ? value[0] : value;
  return text === '' ? undefined : text;
};

const bad = (name: string, why: string) => new Open311Refusal(400, `${name}：${why}`);

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

function instantOf(query: Query, name: string): Date | undefined {
  // A plus in a query that was not escaped arrives as a space.
  const text = textOf(query, name)?.replace(' ', '+');
  if (text === undefined) return undefined;
  const instant = new Date(text);
  if (!instantPattern.test(text) || Number.isNaN(instant.getTime())) throw bad(name, errors.date);
  return instant;
}

function rangeOf(query: Query, from: string, to: string): [Date, Date] | null {
  const [start, end] = [instantOf(query, from), instantOf(query, to)];
  if (!start && !end) return null;
  const span = spanDays * dayMs;
  const range: [Date, Date] = [
    start ?? new Date((end as Date).getTime() - span),
    end ?? new Date((start as Date).getTime() + span),
  ];
  if (range[1].getTime() - range[0].getTime() > span) throw bad(`${from}, ${to}`, errors.range);
  return range;
}

function categoriesOf(query: Query): ReportCategory[] | undefined {
  const codes = textOf(query, 'service_code')?.split(',');
  if (!codes) return undefined;
  const known = reportCategories.filter((category) => codes.includes(category));
  if (known.length < new Set(codes).size) throw bad('service_code', errors.serviceUnknown);
  return known;
}

function statusOf(query: Query): boolean | undefined {
  const asked = textOf(query, 'status')?.split(',');
  if (!asked) return undefined;
  if (asked.some((one) => one !== 'open' && one !== 'closed')) throw bad('status', errors.status);
  if (asked.includes('open') && asked.includes('closed')) return undefined;
  return asked[0] === 'closed';
}

function wholeNumber(query: Query, name: string, fallback: number, max: number): number {
  const text = textOf(query, name);
  if (text === undefined) return fallback;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > max) throw bad(name, errors.page);
  return number;
}

function boxOf(query: Query) {
  const text = textOf(query, 'bbox');
  if (text === undefined) return undefined;
  const numbers = text.split(',').map(Number);
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers;
  const isBox = numbers.length === 4 && numbers.every(Number.isFinite) && west < east && south < north;
  if (!isBox || Math.abs(south) > 90 || Math.abs(north) > 90) throw bad('bbox', errors.bbox);
  const [low, high] = [fromWgs84({ lng: west, lat: south }), fromWgs84({ lng: east, lat: north })];
  return { west: low.lng, south: low.lat, east: high.lng, north: high.lat };
}

/** Numbers of requests that are named, instead of a search. */
export function numbersOf(query: Query): number[] | null {
  const ids = textOf(query, 'service_request_id')?.split(',');
  if (!ids) return null;
  if (ids.length > 50 || !ids.every((id) => /^\d{1,9}$/.test(id))) throw bad('service_request_id', errors.id);
  return ids.map(Number);
}

/** What `GET requests` asks for; the last 90 days where no dates are given. */
export function searchOf(query: Query, now: Date) {
  const submitted = rangeOf(query, 'start_date', 'end_date');
  const changed = rangeOf(query, 'updated_after', 'updated_before');
  const recent = submitted || changed ? null : new Date(now.getTime() - spanDays * dayMs);
  const [page, size] = [
    wholeNumber(query, 'page', 1, pages.last),
    wholeNumber(query, 'page_size', pages.default, pages.max),
  ];
  const [categories, isClosed, box] = [categoriesOf(query), statusOf(query), boxOf(query)];
  return {
    ...(categories && { categories }),
    ...(isClosed !== undefined && { isClosed }),
    ...(box && { box }),
    ...(recent && { submittedFrom: recent }),
    ...(submitted && { submittedFrom: submitted[0], submittedBefore: submitted[1] }),
    ...(changed && { changedFrom: changed[0], changedBefore: changed[1] }),
    limit: size,
    offset: (page - 1) * size,
  };
}

/** How far from the centre of its community a report may lie, degrees. */
const nearDegrees = 0.25;

/** What is sent by `POST requests`. Names, phones and addresses of mail are not read. */
export function sentOf(query: Query, centre: { lat: number; lng: number }) {
  const category = reportCategories.find((code) => code === textOf(query, 'service_code'));
  if (!category) throw bad('service_code', errors.serviceUnknown);
  const [lat, lng] = [Number(textOf(query, 'lat') ?? NaN), Number(textOf(query, 'long') ?? NaN)];
  const position = Number.isFinite(lat) && Number.isFinite(lng) ? fromWgs84({ lat, lng }) : null;
  const isNear =
    position &&
    Math.abs(position.lat - centre.lat) < nearDegrees &&
    Math.abs(position.lng - centre.lng) < nearDegrees;
  if (!isNear) throw bad('lat, long', errors.location);
  const words = textOf(query, 'description')?.trim();
  if (words && words.length > 500) throw bad('description', errors.description);
  const placeText = textOf(query, 'address_string')?.trim().slice(0, 60);
  const mediaUrl = textOf(query, 'media_url');
  if (mediaUrl !== undefined && (mediaUrl.length > 400 || !/^https?:\/\/\S+$/.test(mediaUrl))) {
    throw bad('media_url', errors.mediaUrl);
  }
  return {
    category,
    position,
    words: words || null,
    placeText: placeText || null,
    mediaUrl: mediaUrl ?? null,
  };
}
