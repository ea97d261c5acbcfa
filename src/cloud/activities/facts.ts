import { activityKinds, activityLimits, type ActivityKind } from '../../contract/activities';
import { activityDeskProblems } from '../../contract/activity-desk';
import type { createActivitySchemas } from '../../contract/activity-desk.schema';
import type { InputOf } from '../../contract/http';
import type { Position } from '../../contract/positions';
import { crs } from '../../contract/positions';
import type { Queries } from '../platform/database';
import { dayMs, instantOf, minuteMs } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import * as desk from './desk-queries';
import type { ActivityRecord } from './queries';
import { faultsInQuestions } from './questions';
import { wallOf } from './recurrence';

type Input = Omit<InputOf<typeof createActivitySchemas>, 'communityId'>;

/** What staff say of an activity, its times as instants. */
export interface ActivityFacts extends Omit<Input, 'startsAt' | 'endsAt' | 'signUpFrom' | 'signUpUntil'> {
  startsAt: Date;
  endsAt: Date;
  signUpFrom: Date | null;
  signUpUntil: Date | null;
}

const hourMs = 60 * minuteMs;
/** When people are reminded, the day before. */
const remindHour = 18;

const trimmed = (text: string | null) => text?.trim() ?? null;
const instant = (text: string | null) => (text === null ? null : new Date(text));
const isRiskyKind = (kind: ActivityKind): boolean => activityKinds[kind].isRisky;

export function factsOf(input: Input): ActivityFacts {
  return {
    kind: input.kind,
    title: input.title.trim(),
    description: input.description.trim(),
    stationId: input.stationId,
    placeText: trimmed(input.placeText),
    position: input.position,
    startsAt: new Date(input.startsAt),
    endsAt: new Date(input.endsAt),
    signUpFrom: instant(input.signUpFrom),
    signUpUntil: instant(input.signUpUntil),
    capacity: input.capacity,
    minimum: input.minimum,
    questions: input.questions,
    isRisky: input.isRisky || isRiskyKind(input.kind),
    riskNotice: trimmed(input.riskNotice),
    insuranceText: trimmed(input.insuranceText),
    leaderId: input.leaderId,
    departmentId: input.departmentId,
    audience: input.audience,
    hoursPlanned: input.hoursPlanned,
    mediaIds: input.mediaIds,
  };
}

export const positionOf = ({
  position,
  accuracyM,
}: Pick<ActivityRecord, 'position' | 'accuracyM'>): Position | null =>
  position && { lat: position.y, lng: position.x, crs, accuracyM: accuracyM ?? 0 };

/** The facts of one that is there. */
export function factsOfRecord(record: ActivityRecord, mediaIds: string[]): ActivityFacts {
  const { kind, title, description, stationId, placeText, startsAt, endsAt, signUpFrom, signUpUntil } =
    record;
  const { capacity, minimum, questions, isRisky, riskNotice, insuranceText, leaderId, departmentId } = record;
  const { audience, hoursPlanned } = record;
  const what = { kind, title, description, stationId, placeText, position: positionOf(record) };
  const when = { startsAt, endsAt, signUpFrom, signUpUntil };
  const terms = { capacity, minimum, questions, isRisky, riskNotice, insuranceText };
  return { ...what, ...when, ...terms, leaderId, departmentId, audience, hoursPlanned, mediaIds };
}

function faultsInTimes({ startsAt, endsAt, signUpFrom, signUpUntil }: ActivityFacts): Record<string, string> {
  const last = signUpUntil ?? startsAt;
  return {
    ...(endsAt <= startsAt && { endsAt: '要晚于开始时间' }),
    ...(endsAt.getTime() - startsAt.getTime() > activityLimits.durationHours * hourMs && {
      endsAt: '一场最长三天，更长的请分成几场',
    }),
    ...(last > startsAt && { signUpUntil: '报名要在活动开始前截止' }),
    ...(signUpFrom && signUpFrom >= last && { signUpFrom: '要早于报名截止时间' }),
  };
}

function faultsInTerms(facts: ActivityFacts): Record<string, string> {
  const { stationId, placeText, capacity, minimum, isRisky, riskNotice, insuranceText, questions } = facts;
  return {
    ...(stationId === null && placeText === null && { placeText: '选一个站点，或者写清楚在哪儿' }),
    ...(capacity !== null && minimum !== null && minimum > capacity && { minimum: '不能超过名额' }),
    ...(isRisky && riskNotice === null && { riskNotice: '这类活动要写清楚有什么风险' }),
    ...(isRisky && insuranceText === null && { insuranceText: '这类活动要写清楚上了什么保险' }),
    ...faultsInQuestions(questions),
  };
}

/** Whether what it points at is the community's. */
async function faultsInLinks(
  from: Queries,
  communityId: string,
  { stationId, leaderId, departmentId }: ActivityFacts,
): Promise<Record<string, string>> {
  const known = await from.row(desk.findLinks, [communityId, stationId, leaderId, departmentId]);
  return {
    ...(stationId !== null && !known?.hasStation && { stationId: '找不到这个站点，请重新选' }),
    ...(leaderId !== null && !known?.hasLeader && { leaderId: '找不到这位成员，请重新选' }),
    ...(departmentId !== null && !known?.hasDepartment && { departmentId: '找不到这个部门，请重新选' }),
  };
}

/** Refused by naming each field that is not right. */
export async function demandFacts(from: Queries, communityId: string, facts: ActivityFacts): Promise<void> {
  const fields = {
    ...faultsInTimes(facts),
    ...faultsInTerms(facts),
    ...(await faultsInLinks(from, communityId, facts)),
  };
  if (Object.keys(fields).length > 0) throw refuse(activityDeskProblems.activity_facts, { fields });
}

/** Six in the evening of the day before it begins. */
function remindAt(timeZone: string, startsAt: Date): Date {
  const today = Math.floor(wallOf(timeZone, startsAt) / dayMs) * dayMs;
  return new Date(instantOf(timeZone, today - dayMs + remindHour * hourMs));
}

/** As statements take them. */
export function columnsOf(facts: ActivityFacts, timeZone: string): unknown[] {
  const { position, startsAt } = facts;
  return [
    facts.kind,
    facts.title,
    facts.description,
    facts.stationId,
    facts.placeText,
    position?.lng ?? null,
    position?.lat ?? null,
    position?.accuracyM ?? null,
    startsAt,
    facts.endsAt,
    remindAt(timeZone, startsAt),
    facts.signUpFrom,
    facts.signUpUntil,
    facts.capacity,
    facts.minimum,
    JSON.stringify(facts.questions),
    facts.isRisky,
    facts.riskNotice,
    facts.insuranceText,
    facts.leaderId,
    facts.departmentId,
    facts.audience,
    facts.hoursPlanned,
  ];
}
