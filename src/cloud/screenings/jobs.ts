import type { Clock } from '../platform/clock';
import type { Jobs } from '../platform/jobs';
import { dayMs } from '../platform/local-time';
import type { WechatMessages } from '../platform/wechat/messages';
import { purgeTraces } from './ask-queries';
import { hearOfPictures } from './asking';
import { listLate, purge, purgeParts } from './queries';
import type { Screenings } from './service';
import { started } from './starting';

const askEveryMs = 2_000;
const lateEveryMs = 60_000;
/** What was looked at is kept this long. */
const keptDays = 30;

interface Parts {
  jobs: Jobs;
  clock: Clock;
  wechatMessages: WechatMessages;
  screenings: Screenings;
}

export function screeningJobs({ jobs, clock, wechatMessages, screenings }: Parts): void {
  jobs.handle(started, (tx, payload) =>
    screenings.look(tx, payload as { communityId: string; screeningId: string }),
  );
  const { settling, askDue } = screenings;
  hearOfPictures(wechatMessages, settling, clock);
  if (askDue) jobs.every('screenings_ask', askEveryMs, askDue);
  jobs.every('screenings_late', lateEveryMs, async (database) => {
    for (const part of await database.rows(listLate, [clock.now()]))
      await database.transaction((tx) =>
        settling.decide(tx, part, { verdict: 'review', checkedBy: 'none', why: 'late' }),
      );
  });
  jobs.every('screenings_purge', dayMs, async (database) => {
    const now = clock.now().getTime();
    const since = new Date(now - keptDays * dayMs);
    await database.run(purgeParts, [since]);
    await database.run(purge, [since]);
    await database.run(purgeTraces, [new Date(now - dayMs)]);
  });
}
