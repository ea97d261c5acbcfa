import type { Clock } from '../platform/clock';
import type { Queries } from '../platform/database';
import type { Jobs } from '../platform/jobs';
import { dayMs } from '../platform/local-time';
import type { WechatMessage, WechatMessages } from '../platform/wechat/messages';
import * as queries from './queries';
import type { Notices } from './service';

const lookEveryMs = 5_000;
const keptDays = 180;

export function noticeJobs(jobs: Jobs, notices: Notices, clock: Clock): void {
  jobs.every('notices_send', lookEveryMs, () => notices.sendDue());
  jobs.every('notices_purge', dayMs, async (database) => {
    const since = new Date(clock.now().getTime() - keptDays * dayMs);
    await database.run(queries.purgeDeliveries, [since]);
    await database.run(queries.purgeNotices, [since]);
  });
}

interface Subscription {
  TemplateId?: unknown;
  SubscribeStatusString?: unknown;
}

/** A list of one comes as the one itself. */
const listIn = ({ List: list }: WechatMessage): Subscription[] =>
  (Array.isArray(list) ? list : [list]).filter(
    (one): one is Subscription => typeof one === 'object' && one !== null,
  );

/** In WeChat's own settings somebody turned a kind of message off: what was allowed before is allowed no more. */
export function hearOfSubscriptions(messages: WechatMessages): void {
  const clear = async (tx: Queries, message: WechatMessage) => {
    const person = await tx.row(queries.findPersonOf, [message.FromUserName ?? '']);
    for (const { TemplateId: template, SubscribeStatusString: status } of listIn(message)) {
      if (person && typeof template === 'string' && status === 'reject')
        await tx.run(queries.clearPermissions, [person.personId, template]);
    }
  };
  messages.onEvent('subscribe_msg_change_event', clear);
}
