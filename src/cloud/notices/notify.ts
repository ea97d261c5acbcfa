import type { NoticeKind } from '../../contract/notices';
import type { Clock } from '../platform/clock';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import type { Settings } from '../platform/settings';
import * as queries from './queries';
import { dueAfterQuiet } from './quiet-hours';
import { templateValue } from './template-values';
import { tell, type NoticeValues } from './texts';

/** Something a person is to be told. */
export interface Telling<Kind extends NoticeKind = NoticeKind> {
  personId: string;
  communityId: string | null;
  kind: Kind;
  values: NoticeValues[Kind];
  /** Page of the app with its query, without a slash at the front. */
  link: string | null;
}

export type Notify = <Kind extends NoticeKind>(tx: Queries, telling: Telling<Kind>) => Promise<void>;

interface Parts {
  clock: Clock;
  settings: Pick<Settings, 'subscribeTemplates'>;
}

/** Puts a notice into the inbox in the caller's transaction, and on its way to WeChat where that is wanted. */
export function createNotify({ clock, settings }: Parts): Notify {
  return async (tx, { personId, communityId, kind, values, link }) => {
    const { title, text } = tell[kind](values);
    const [id, now] = [newId(), clock.now()];
    await tx.run(queries.insertNotice, [personId, id, communityId, kind, title, text, link, now]);
    const template = settings.subscribeTemplates[kind];
    if (!template) return;
    const named: Record<string, unknown> = { ...values, title, text, time: chinaTime(now) };
    const fields = Object.entries(template.fields).flatMap(([field, name]) => {
      const value = templateValue(field, textOf(named[name]));
      return value === null ? [] : [[field, value]];
    });
    const preferences = await tx.row(queries.findPreferences, [personId]);
    const dueAt = dueAfterQuiet(now, preferences?.quietFrom ?? null, preferences?.quietTo ?? null);
    const filled = JSON.stringify(Object.fromEntries(fields));
    await tx.run(queries.insertDelivery, [newId(), personId, id, communityId, kind, filled, now, dueAt]);
  };
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const china = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `2026年11月23日 09:00`, as WeChat's time fields want it. */
const chinaTime = (at: Date): string => china.format(at);
