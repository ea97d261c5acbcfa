import {
  activityKinds,
  isVolunteering,
  type Activity,
  type ActivityRow,
  type SignUp,
  type SignUpOffer,
} from '../../contract/activities';
import type { Photo } from '../../contract/media';
import { crs, type Position } from '../../contract/positions';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { localIso } from '../platform/local-time';
import { isFor, leads, mayManage, stateAt } from './access';
import { positionOf } from './facts';
import { isRunning } from './places';
import * as queries from './queries';
import type { ActivityRecord } from './queries';
import type { ActivitiesParts } from './service';
import * as signUps from './sign-up-queries';
import type { SignUpRecord } from './sign-up-queries';

export function placeOf(record: ActivityRecord): ActivityRow['place'] {
  const { stationId, stationName, stationAddress, placeText, stationPosition, stationAccuracyM } = record;
  const words = [stationName, placeText ?? stationAddress].filter((text) => text !== null);
  const ofStation: Position | null = stationPosition && {
    lat: stationPosition.y,
    lng: stationPosition.x,
    crs,
    accuracyM: stationAccuracyM ?? 0,
  };
  return {
    station: stationId === null ? null : { id: stationId, name: stationName ?? '' },
    text: words.join(' · '),
    position: positionOf(record) ?? ofStation,
  };
}

/** What lists, sign-ups and the activity itself say alike. */
function rowOf(record: ActivityRecord, cover: Photo | null, timeZone: string, now: Date) {
  const { id, communityId, seriesId, kind, title, startsAt, endsAt, audience } = record;
  return {
    ...{ id, communityId, seriesId, kind, title, audience, cover },
    group: activityKinds[kind].group,
    isVolunteering: isVolunteering(kind),
    state: stateAt(record, now),
    place: placeOf(record),
    startsAt: localIso(timeZone, startsAt.getTime()),
    endsAt: localIso(timeZone, endsAt.getTime()),
  };
}

/** Whether one of its audience can sign up. */
function offerOf(record: ActivityRecord, asker: Asker | null, now: Date): SignUpOffer {
  const { state, startsAt, signUpFrom, signUpUntil, capacity, taken } = record;
  const isOver = state !== 'published' || startsAt <= now || (signUpUntil !== null && signUpUntil <= now);
  if (isOver || !isFor(asker, record)) return 'closed';
  if (signUpFrom !== null && signUpFrom > now) return 'soon';
  return capacity !== null && taken >= capacity ? 'waitlist' : 'open';
}

const mineOf = (signUp: SignUpRecord | undefined): ActivityRow['mine'] =>
  signUp ? { id: signUp.id, state: signUp.state, waitPlace: signUp.waitPlace } : null;

function cardOf(record: ActivityRecord, signUp: SignUpRecord | undefined, asker: Asker | null, now: Date) {
  const { capacity, taken } = record;
  return {
    offer: offerOf(record, asker, now),
    left: capacity === null ? null : Math.max(0, capacity - taken),
    taken,
    mine: mineOf(signUp),
  };
}

type ViewParts = Pick<ActivitiesParts, 'database' | 'clock' | 'communities' | 'media'>;

/** Photos of activities, by activity. */
export function createPhotos({ media }: Pick<ViewParts, 'media'>) {
  async function byId(from: Queries, communityId: string, ids: readonly string[]) {
    return new Map((await media.of(from, communityId, ids)).map((photo) => [photo.id, photo]));
  }
  return {
    async coversOf(from: Queries, communityId: string, ids: readonly string[]): Promise<Map<string, Photo>> {
      const links = await from.rows(queries.listCovers, [communityId, ids]);
      const mediaIds = links.map(({ mediaId }) => mediaId);
      const photos = await byId(from, communityId, mediaIds);
      return new Map(
        links.flatMap(({ activityId, mediaId }) => {
          const photo = photos.get(mediaId);
          return photo ? [[activityId, photo] as const] : [];
        }),
      );
    },

    async photosOf(from: Queries, communityId: string, activityId: string) {
      const links = await from.rows(queries.listPhotos, [communityId, [activityId]]);
      const mediaIds = links.map(({ mediaId }) => mediaId);
      const photos = await byId(from, communityId, mediaIds);
      const of = (isAfter: boolean) =>
        links.filter((link) => link.isAfter === isAfter).flatMap(({ mediaId }) => photos.get(mediaId) ?? []);
      return { photos: of(false), afterPhotos: of(true) };
    },
  };
}

function createSignUpViews({ clock, communities }: ViewParts, photos: ReturnType<typeof createPhotos>) {
  const known = (timeZone: string, signUp: SignUpRecord, record: ActivityRecord, cover: Photo | null) => {
    const { id, communityId, state, waitPlace, via, answers, reason, version } = signUp;
    const now = clock.now();
    const mayChange = isRunning(signUp) && record.state === 'published' && record.startsAt > now;
    const activity = { ...rowOf(record, cover, timeZone, now), cancelReason: record.cancelReason };
    return {
      ...{ id, communityId, state, waitPlace, via, answers, reason, version, activity },
      signedUpAt: localIso(timeZone, signUp.signedUpAt.getTime()),
      questions: record.questions,
      can: { cancel: mayChange, changeAnswers: mayChange && record.questions.length > 0 },
    };
  };

  return {
    /** Shows those for one activity, each to whose it is; what they have in common is read once. */
    async showsSignUps(from: Queries, record: ActivityRecord): Promise<(signUp: SignUpRecord) => SignUp> {
      const { communityId, id } = record;
      const covers = await photos.coversOf(from, communityId, [id]);
      const timeZone = await communities.timeZoneOf(from, communityId);
      return (signUp) => known(timeZone, signUp, record, covers.get(id) ?? null);
    },

    /** To whose they are, in whichever community, in their order. */
    async signUpsShown(from: Queries, listed: readonly SignUpRecord[]): Promise<SignUp[]> {
      const shown = new Map<string, SignUp>();
      for (const communityId of new Set(listed.map((one) => one.communityId))) {
        const there = listed.filter((one) => one.communityId === communityId);
        const ids = [...new Set(there.map(({ activityId }) => activityId))];
        const records = await from.rows(queries.findMany, [communityId, ids]);
        const byId = new Map(records.map((record) => [record.id, record]));
        const covers = await photos.coversOf(from, communityId, ids);
        const timeZone = await communities.timeZoneOf(from, communityId);
        for (const signUp of there) {
          const record = byId.get(signUp.activityId);
          if (record) shown.set(signUp.id, known(timeZone, signUp, record, covers.get(record.id) ?? null));
        }
      }
      return listed.flatMap(({ id }) => shown.get(id) ?? []);
    },
  };
}

export type Views = ReturnType<typeof createViews>;

/** Activities and sign-ups as riders see them. */
export function createViews(parts: ViewParts) {
  const { clock, communities } = parts;
  const photos = createPhotos(parts);

  async function mineAmong(from: Queries, communityId: string, ids: readonly string[], asker: Asker | null) {
    const rows = asker ? await from.rows(signUps.listRunning, [communityId, ids, asker.personId]) : [];
    return new Map(rows.map((row) => [row.activityId, row]));
  }

  return {
    ...photos,
    ...createSignUpViews(parts, photos),

    async rowsOf(
      from: Queries,
      communityId: string,
      records: readonly ActivityRecord[],
      asker: Asker | null,
    ): Promise<ActivityRow[]> {
      const ids = records.map(({ id }) => id);
      const covers = await photos.coversOf(from, communityId, ids);
      const mine = await mineAmong(from, communityId, ids, asker);
      const timeZone = await communities.timeZoneOf(from, communityId);
      const now = clock.now();
      return records.map((record) => ({
        ...rowOf(record, covers.get(record.id) ?? null, timeZone, now),
        ...cardOf(record, mine.get(record.id), asker, now),
      }));
    },

    async shown(from: Queries, record: ActivityRecord, asker: Asker | null): Promise<Activity> {
      const { communityId, id, startsAt, signUpFrom, signUpUntil } = record;
      const timeZone = await communities.timeZoneOf(from, communityId);
      const iso = (at: Date) => localIso(timeZone, at.getTime());
      const shots = await photos.photosOf(from, communityId, id);
      const mine = (await mineAmong(from, communityId, [id], asker)).get(id);
      const now = clock.now();
      const card = cardOf(record, mine, asker, now);
      const mayChange = mine !== undefined && record.state === 'published' && startsAt > now;
      const { description, capacity, minimum, waiting, questions, isRisky, riskNotice, insuranceText } =
        record;
      return {
        ...rowOf(record, shots.photos[0] ?? null, timeZone, now),
        ...card,
        ...shots,
        ...{ description, capacity, minimum, waiting, questions, isRisky, riskNotice, insuranceText },
        signUpFrom: signUpFrom && iso(signUpFrom),
        signUpUntil: iso(signUpUntil ?? startsAt),
        hoursPlanned: record.hoursPlanned,
        leader: record.leaderNickname === null ? null : { nickname: record.leaderNickname },
        department: record.departmentName,
        cancelReason: record.cancelReason,
        version: record.version,
        can: {
          signUp: mine === undefined && (card.offer === 'open' || card.offer === 'waitlist'),
          cancel: mayChange,
          changeAnswers: mayChange && questions.length > 0,
          lead: leads(asker, record),
          manage: mayManage(asker, communityId),
        },
      };
    },
  };
}
