import {
  consultationDeskProblems,
  type ConsultationHours,
  type ConsultationHoursList,
} from '../../contract/consultation-desk';
import type {
  createConsultationHoursSchemas,
  endConsultationHoursSchemas,
  updateConsultationHoursSchemas,
} from '../../contract/consultation-desk.schema';
import { consultationLimits } from '../../contract/consultations';
import { problems, type InputOf } from '../../contract/http';
import type { Audit } from '../audit/service';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { refuse } from '../platform/refusal';
import * as queries from './hours-queries';
import type { HoursRow } from './hours-queries';
import type { HoursViews } from './hours-views';
import { demandOfficer, officersFor } from './officers';
import type { ConsultationParts } from './service';
import { doOverlap } from './slot-times';
import type { Slots } from './slots';
import type { Telling } from './telling';

interface HoursParts extends ConsultationParts {
  slots: Slots;
  telling: Telling;
  hoursViews: HoursViews;
}

type CreateInput = InputOf<typeof createConsultationHoursSchemas>;
type UpdateInput = InputOf<typeof updateConsultationHoursSchemas>;
type Said = Omit<CreateInput, 'communityId' | 'departmentId' | 'officerId'>;

const never = new Date('9999-01-01');
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** What fields alone do not say. */
function demandSense({ opens, closes, slotMinutes, way, place, fromDay, untilDay }: Said): void {
  const fields = {
    ...(closes <= opens && { closes: '结束时间要晚于开始时间' }),
    ...(closes > opens &&
      minutesOf(closes) - minutesOf(opens) < slotMinutes && { slotMinutes: '这段时间放不下一个预约' }),
    ...(way === 'in_person' && place === null && { place: '请填写见面的地方' }),
    ...(untilDay !== null && untilDay < fromDay && { untilDay: '不能早于开始的日期' }),
  };
  if (Object.keys(fields).length > 0) throw refuse(problems.invalid_input, { fields });
}

const valuesOf = (said: Said) => [
  ...[[...said.weekdays].sort((a, b) => a - b), said.opens, said.closes, said.slotMinutes, said.way],
  ...[said.place?.trim() ?? null, said.topicId, said.fromDay, said.untilDay],
];

async function demandFree(tx: Queries, row: HoursRow): Promise<void> {
  const all = await tx.rows(queries.listHours, [row.communityId, [row.officerId]]);
  const others = all.filter(({ id }) => id !== row.id);
  const other = others.find((one) => doOverlap(row, one));
  if (other) {
    const detail = `和每周同一天 ${other.opens}–${other.closes} 的时段重叠`;
    throw refuse(consultationDeskProblems.hours_overlap, { detail });
  }
  if (others.length >= consultationLimits.hours) throw refuse(consultationDeskProblems.too_many_hours);
}

/** Who changed whose hours. */
export async function recordHours(
  audit: Audit,
  tx: Queries,
  { communityId, officerId }: Pick<HoursRow, 'communityId' | 'officerId'>,
  { personId: actorId }: Asker,
  what: 'created' | 'changed' | 'ended' | 'day_off' | 'day_back',
): Promise<void> {
  const who = { communityId, actorId, subjectId: officerId };
  await audit.record(tx, { ...who, action: 'consultation_hours_set', details: { what } });
}

async function demandTopic(
  { requests }: Pick<ConsultationParts, 'requests'>,
  tx: Queries,
  communityId: string,
  topicId: string | null,
): Promise<void> {
  if (topicId !== null && !(await requests.openCategory(tx, communityId, topicId)))
    throw refuse(problems.invalid_input, { fields: { topicId: '请选一个类别' } });
}

async function demandWorks(
  tx: Queries,
  { communityId, officerId, departmentId }: CreateInput,
  asker: Asker,
): Promise<void> {
  demandOfficer(asker, communityId, officerId);
  const officer = (await officersFor(tx, communityId, asker)).find(({ personId }) => personId === officerId);
  if (!officer) throw refuse(problems.not_found);
  if (!officer.departments.some(({ id }) => id === departmentId))
    throw refuse(problems.invalid_input, { fields: { departmentId: '这位工作人员不在这个部门' } });
}

/** Locked, and the asker's to change. */
async function findFor(
  tx: Queries,
  { communityId, hoursId }: { communityId: string; hoursId: string },
  asker: Asker,
): Promise<HoursRow> {
  const row = await tx.row(queries.findHours, [communityId, hoursId]);
  if (!row) throw refuse(problems.not_found);
  demandOfficer(asker, communityId, row.officerId);
  await tx.run(queries.lockOfficer, [communityId, row.officerId]);
  return row;
}

/** When officers can be consulted. Appointments already taken never go unsaid. */
export function createHours(parts: HoursParts) {
  const { database, clock, audit, slots, telling, hoursViews } = parts;
  return {
    /** An officer, their own; staff, organiser or admin those of everybody. */
    listConsultationHours: ({ communityId }: { communityId: string }, asker: Asker) =>
      hoursViews.list(database, communityId, asker),

    /** The same. */
    async createConsultationHours(input: CreateInput, asker: Asker, tx: Queries): Promise<ConsultationHours> {
      const { communityId, departmentId, officerId } = input;
      demandSense(input);
      await demandWorks(tx, input, asker);
      await demandTopic(parts, tx, communityId, input.topicId);
      await tx.run(queries.lockOfficer, [communityId, officerId]);
      const values = [communityId, newId(), departmentId, officerId, ...valuesOf(input)];
      const row = await tx.row(queries.insertHours, values);
      if (!row) throw refuse(problems.not_found);
      await demandFree(tx, row);
      await slots.refit(tx, row, undefined);
      await recordHours(audit, tx, row, asker, 'created');
      return hoursViews.one(tx, row);
    },

    /** The same. */
    updateConsultationHours(input: UpdateInput, asker: Asker): Promise<ConsultationHours> {
      const { communityId, hoursId, version, callOff } = input;
      demandSense(input);
      return database.transaction(async (tx) => {
        await findFor(tx, input, asker);
        await demandTopic(parts, tx, communityId, input.topicId);
        const row = await tx.row(queries.updateHours, [communityId, hoursId, version, ...valuesOf(input)]);
        if (!row) throw refuse(problems.conflict);
        await demandFree(tx, row);
        await slots.refit(tx, row, callOff);
        const moved = [communityId, hoursId, clock.now(), row.way, row.place];
        for (const one of await tx.rows(queries.moveBooked, moved)) await telling.tellRider(tx, one, 'moved');
        await recordHours(audit, tx, row, asker, 'changed');
        return hoursViews.one(tx, row);
      });
    },

    /** The same. */
    async endConsultationHours(
      { communityId, hoursId, version, callOff }: InputOf<typeof endConsultationHoursSchemas>,
      asker: Asker,
      tx: Queries,
    ): Promise<ConsultationHoursList> {
      const row = await findFor(tx, { communityId, hoursId }, asker);
      if (row.version !== version) throw refuse(problems.conflict);
      const now = clock.now();
      await slots.empty(tx, row, { hoursId, from: now, to: never }, callOff);
      await tx.run(queries.deleteBegun, [communityId, hoursId, now]);
      if (!(await tx.run(queries.deleteHours, [communityId, hoursId, version])))
        throw refuse(problems.conflict);
      await recordHours(audit, tx, row, asker, 'ended');
      return hoursViews.list(tx, communityId, asker);
    },
  };
}
