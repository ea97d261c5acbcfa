import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from './clock';
import { statement, type Database, type Queries } from './database';
import { onPublished } from './outbox';
import type { Log } from './log';

type Work = (tx: Queries, payload: Record<string, unknown>) => Promise<void>;
type WorkTogether = (tx: Queries, payloads: readonly Record<string, unknown>[]) => Promise<void>;
type RecurringWork = (database: Database) => Promise<void>;

export interface Jobs {
  /** `work` runs in the transaction that takes the message out, with the topic's other work: all happen or none. */
  handle(topic: string, work: Work): void;
  /** The same for many messages of a topic at once, in one transaction; what fails together is tried one by one. */
  handleTogether(topic: string, work: WorkTogether): void;
  /** `work` runs about every `everyMs`, on one instance at a time. */
  every(name: string, everyMs: number, work: RecurringWork): void;
  start(): Promise<void>;
  /** Runs until nothing is due. */
  drain(): Promise<void>;
  /** Lets what runs come to its end. */
  stop(): Promise<void>;
}

interface DueMessage {
  id: string;
  topic: string;
  payload: Record<string, unknown>;
  attempts: number;
}

const take = statement<DueMessage>(
  'outbox_take',
  `select id, topic, payload, attempts from outbox_messages
   where failed_at is null and due_at <= $1 and topic = any($2::text[])
   order by due_at, id limit 1 for update skip locked`,
);
/** More of the topic $2 than $3. */
const takeMore = statement<DueMessage>(
  'outbox_take_more',
  `select id, topic, payload, attempts from outbox_messages
   where failed_at is null and due_at <= $1 and topic = $2 and id <> $3
   order by due_at, id limit $4 for update skip locked`,
);
const remove = statement<object>('outbox_remove', 'delete from outbox_messages where id = any($1::uuid[])');
const postpone = statement<object>(
  'outbox_postpone',
  `update outbox_messages set attempts = $2, due_at = $3, last_error = $4, failed_at = $5 where id = $1`,
);
const register = statement<object>(
  'recurring_jobs_register',
  'insert into recurring_jobs (name, due_at) values ($1, $2) on conflict (name) do nothing',
);
const claim = statement<object>(
  'recurring_jobs_claim',
  'update recurring_jobs set due_at = $3 where name = $1 and due_at <= $2',
);

/** After this many failures a message waits for a person. */
const maxAttempts = 12;
const backoffMs = (attempts: number) => Math.min(1_000 * 2 ** attempts, 3_600_000);
/** More would keep their rows from others for long. */
const mostTogether = 100;
/** How often a server looks for what is due, and for what other instances left. */
const lookMs = 1_000;

class Runner implements Jobs {
  private readonly handlers = new Map<string, WorkTogether[]>();
  /** Topics whose messages may be taken out together. */
  private readonly together = new Set<string>();
  /** How many of what failed together are still to be tried one by one. */
  private apart = 0;
  private readonly recurring = new Map<string, { everyMs: number; work: RecurringWork }>();
  private timer: NodeJS.Timeout | undefined;
  private stopListening: () => void = () => undefined;
  private running: Promise<void> | null = null;
  private isAskedAgain = false;
  /** Whether the next round looks for recurring work, too: what is published does not ask for that. */
  private isRound = false;
  private isStopped = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly lookEveryMs: number | null,
  ) {}

  handle(topic: string, work: Work): void {
    this.add(topic, async (tx, payloads) => {
      for (const payload of payloads) await work(tx, payload);
    });
  }

  handleTogether(topic: string, work: WorkTogether): void {
    this.together.add(topic);
    this.add(topic, work);
  }

  every(name: string, everyMs: number, work: RecurringWork): void {
    this.recurring.set(name, { everyMs, work });
  }

  async start(): Promise<void> {
    for (const name of this.recurring.keys()) await this.database.run(register, [name, this.clock.now()]);
    this.stopListening = onPublished(() => void this.wake());
    if (this.lookEveryMs === null) return;
    this.timer = setInterval(() => void this.drain(), this.lookEveryMs);
    this.timer.unref();
  }

  async drain(): Promise<void> {
    this.isRound = true;
    await this.wake();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    this.stopListening();
    await this.running;
  }

  /** One loop at a time; a call during a loop makes it look once more. */
  private wake(): Promise<void> {
    this.isAskedAgain = true;
    this.running ??= this.runDue();
    return this.running;
  }

  private async runDue(): Promise<void> {
    while (this.isAskedAgain && !this.isStopped) {
      this.isAskedAgain = false;
      try {
        // What is done in the background lets requests go first.
        while (await this.runMessages()) await turn();
        if (!this.isRound) continue;
        this.isRound = false;
        for (const [name, { everyMs, work }] of this.recurring) await this.runRecurring(name, everyMs, work);
      } catch (error) {
        // The database is out of reach: the timer looks again.
        this.log.warn({ err: error }, 'jobs could not run');
      }
    }
    // At once: who asks from now on starts a loop of their own, instead of waiting for one that looks no more.
    this.running = null;
  }

  private add(topic: string, work: WorkTogether): void {
    this.handlers.set(topic, [...(this.handlers.get(topic) ?? []), work]);
  }

  /** Whether there were any. */
  private async runMessages(): Promise<boolean> {
    if (this.isStopped) return false;
    let taken: DueMessage[] = [];
    try {
      await this.database.transaction(async (tx) => {
        taken = await this.takeDue(tx);
        const [first] = taken;
        if (!first) return;
        const payloads = taken.map(({ payload }) => payload);
        for (const work of this.handlers.get(first.topic) ?? []) await work(tx, payloads);
        await tx.run(remove, [taken.map(({ id }) => id)]);
      });
      if (this.apart > 0) this.apart -= 1;
    } catch (error) {
      const [first] = taken;
      if (!first) throw error;
      if (taken.length === 1) await this.fail(first, error);
      this.apart = taken.length > 1 ? taken.length : Math.max(0, this.apart - 1);
    }
    return taken.length > 0;
  }

  private async takeDue(tx: Queries): Promise<DueMessage[]> {
    const now = this.clock.now();
    const first = await tx.row(take, [now, [...this.handlers.keys()]]);
    if (!first) return [];
    if (!this.together.has(first.topic) || this.apart > 0) return [first];
    return [first, ...(await tx.rows(takeMore, [now, first.topic, first.id, mostTogether - 1]))];
  }

  private async fail(message: DueMessage, error: unknown): Promise<void> {
    const attempts = message.attempts + 1;
    const now = this.clock.now();
    const due = new Date(now.getTime() + backoffMs(attempts));
    const failedAt = attempts >= maxAttempts ? now : null;
    this.log.error({ err: error, topic: message.topic, messageId: message.id, attempts }, 'job failed');
    const text = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
    await this.database.run(postpone, [message.id, attempts, due, text, failedAt]);
  }

  private async runRecurring(name: string, everyMs: number, work: RecurringWork): Promise<void> {
    if (this.isStopped) return;
    const now = this.clock.now();
    const isOurs = await this.database.run(claim, [name, now, new Date(now.getTime() + everyMs)]);
    if (!isOurs) return;
    try {
      await work(this.database);
    } catch (error) {
      this.log.error({ err: error, job: name }, 'recurring job failed');
    }
  }
}

/** @param lookEveryMs null: nothing recurring runs unless somebody drains. */
export function createJobs(
  database: Database,
  clock: Clock,
  log: Log,
  lookEveryMs: number | null = lookMs,
): Jobs {
  return new Runner(database, clock, log, lookEveryMs);
}
