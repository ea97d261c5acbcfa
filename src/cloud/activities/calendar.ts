import type { FastifyInstance } from 'fastify';
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { problems } from '../../contract/http';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import { sendProblem } from '../platform/problems';
import * as queries from './queries';
import type { ActivityRecord } from './queries';
import { placeOf } from './views';

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const daySeconds = 86_400;
const hourSeconds = 3_600;

/** The same event each time, by its id; a later version replaces an earlier one in the phone. */
function calendarOf(record: ActivityRecord, now: Date): string {
  const { id, title, description, startsAt, endsAt, version, cancelReason } = record;
  const isOff = record.state === 'cancelled';
  const calendar = ical({
    prodId: { company: 'nuanxin', product: 'activities', language: 'ZH' },
    method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  const event = calendar.createEvent({
    id: `${id}@nuanxin`,
    sequence: version,
    stamp: now,
    start: startsAt,
    end: endsAt,
    summary: title,
    location: placeOf(record).text,
    description: (isOff ? `活动取消了：${cancelReason ?? ''}\n` : '') + description,
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (!isOff)
    for (const trigger of [daySeconds, hourSeconds])
      event.createAlarm({ type: ICalAlarmType.display, trigger, description: title });
  return calendar.toString();
}

/** A phone opens it without a session: nothing is in it that is not on the notice board. */
export function serveActivityCalendar(
  app: FastifyInstance,
  { database, clock }: { database: Database; clock: Clock },
): void {
  app.get('/api/activities/:activityId/calendar', { schema: { hide: true } }, async (request, reply) => {
    const { activityId } = request.params as { activityId: string };
    const record = idPattern.test(activityId)
      ? await database.row(queries.findById, [activityId])
      : undefined;
    if (!record || record.state === 'draft') return sendProblem(reply, problems.not_found);
    return reply
      .header('cache-control', 'no-cache')
      .header('content-disposition', `attachment; filename="activity.ics"`)
      .type('text/calendar; charset=utf-8')
      .send(calendarOf(record, clock.now()));
  });
}
