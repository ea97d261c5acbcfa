import { randomUUID } from 'node:crypto';
import type {
  ConsultationDay,
  ConsultationHours,
  ConsultationHoursList,
  DeskConsultation,
} from '../../src/contract/consultation-desk';
import type { Consultation, ConsultationOffer, ConsultationSlot } from '../../src/contract/consultations';
import type { ProblemBody } from '../../src/contract/http';
import type { TestCloud } from './cloud';
import type { MadeOfficer } from './made-consultation';
import { outang, type Headers } from './outang';

interface Person {
  headers: Headers;
}
type Or<Answer> = Partial<Answer & ProblemBody>;

const base = `/api/communities/${outang.id}`;

/** Tuesday mornings, two appointments. */
const tuesdays = {
  weekdays: [2],
  opens: '09:00',
  closes: '10:00',
  slotMinutes: 30,
  way: 'in_person' as const,
  place: '党群服务中心一楼',
  topicId: null,
  fromDay: '2026-11-01',
  untilDay: null as string | null,
};

/** What riders and officers do about appointments. */
export function consultingIn(cloudOf: (index?: number) => TestCloud) {
  async function ask<Answer>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    { headers }: Person,
    { payload, key = randomUUID(), on = 0 }: { payload?: object; key?: string; on?: number } = {},
  ): Promise<Or<Answer>> {
    const keyed = method === 'POST' ? { 'idempotency-key': key } : {};
    const all = { ...headers, ...keyed };
    const answer = await cloudOf(on).app.inject({ method, url, headers: all, ...(payload && { payload }) });
    return answer.json<Or<Answer>>();
  }

  const slotsOn = async (person: Person, { departmentId }: MadeOfficer, day: string) => {
    const url = `${base}/consultation-slots?departmentId=${departmentId}&day=${day}`;
    return (await ask<{ items: ConsultationSlot[] }>('GET', url, person)).items ?? [];
  };

  return {
    slotsOn,
    offers: (person: Person) =>
      ask<{ items: ConsultationOffer[]; left: number }>('GET', `${base}/consultation-offers`, person),
    book: (
      person: Person,
      slotId: string | undefined,
      {
        key,
        on,
        ...rest
      }: { note?: string | null; requestId?: string | null; key?: string; on?: number } = {},
    ) =>
      ask<Consultation>('POST', `${base}/consultations`, person, {
        payload: { slotId, note: null, requestId: null, ...rest },
        ...(key !== undefined && { key }),
        ...(on !== undefined && { on }),
      }),
    mine: (person: Person, query = '') =>
      ask<{ items: Consultation[]; nextCursor: string | null }>('GET', `/api/consultations${query}`, person),
    see: (person: Person, id: string | undefined) =>
      ask<Consultation>('GET', `/api/consultations/${id}`, person),
    cancel: (person: Person, { id, version }: Or<Consultation>, on = 0) =>
      ask<Consultation>('POST', `/api/consultations/${id}/cancellation`, person, {
        payload: { version },
        on,
      }),
    hours: (person: Person) => ask<ConsultationHoursList>('GET', `${base}/consultation-hours`, person),
    addHours: (person: Person, { departmentId, officerId }: MadeOfficer, rest: object = {}) =>
      ask<ConsultationHours>('POST', `${base}/consultation-hours`, person, {
        payload: { departmentId, officerId, ...tuesdays, ...rest },
      }),
    changeHours: (person: Person, { id, version }: Or<ConsultationHours>, rest: object = {}, on = 0) =>
      ask<ConsultationHours>('PUT', `${base}/consultation-hours/${id}`, person, {
        payload: { ...tuesdays, version, ...rest },
        on,
      }),
    endHours: (person: Person, { id, version }: Or<ConsultationHours>, rest: object = {}, on = 0) =>
      ask<ConsultationHoursList>('POST', `${base}/consultation-hours/${id}/end`, person, {
        payload: { version, ...rest },
        on,
      }),
    takeOff: (person: Person, officerId: string, day: string, rest: object = {}) =>
      ask<ConsultationHoursList>(
        'PUT',
        `${base}/consultation-officers/${officerId}/days-off/${day}`,
        person,
        { payload: { note: null, ...rest } },
      ),
    comeBack: (person: Person, officerId: string, day: string) =>
      ask<ConsultationHoursList>(
        'DELETE',
        `${base}/consultation-officers/${officerId}/days-off/${day}`,
        person,
      ),
    day: (person: Person, day: string, officerId?: string) =>
      ask<ConsultationDay>(
        'GET',
        `${base}/consultation-day?day=${day}${officerId ? `&officerId=${officerId}` : ''}`,
        person,
      ),
    settle: (person: Person, { id, version }: Or<DeskConsultation>, outcome: 'held' | 'missed') =>
      ask<DeskConsultation>('POST', `${base}/consultations/${id}/outcome`, person, {
        payload: { outcome, version },
      }),
    callOff: (person: Person, { id, version }: { id?: string; version?: number }, reason: string, on = 0) =>
      ask<DeskConsultation>('POST', `${base}/consultations/${id}/cancellation`, person, {
        payload: { reason, version },
        on,
      }),
  };
}
