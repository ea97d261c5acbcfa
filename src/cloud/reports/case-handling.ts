import { problems, type InputOf } from '../../contract/http';
import { caseProblems, type Case } from '../../contract/report-cases';
import type * as schemas from '../../contract/report-moves.schema';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { accessTo } from './case-access';
import type { MovingParts, Triage } from './case-moving';
import type { ReportIds } from './history';
import type { Move } from './moves';

type Input<Schemas extends keyof typeof schemas> = InputOf<(typeof schemas)[Schemas]>;
type HandlingParts = MovingParts & { triage: Triage };

function createHandle({ triage, shown }: HandlingParts) {
  return async function handle(
    tx: Queries,
    input: ReportIds & { version: number },
    asker: Asker,
    move: Omit<Move, 'by' | 'version'>,
  ): Promise<Case> {
    await triage.step(tx, input, asker, { ...move, version: input.version });
    return shown(tx, input, asker);
  };
}

/** Whoever a case was given to, and staff in their place. */
export function createHandling(parts: HandlingParts) {
  const { clock } = parts;
  const handle = createHandle(parts);

  /** The day that somebody names. */
  function laterThanNow(until: string): Date {
    const at = new Date(until);
    if (at <= clock.now()) throw refuse(caseProblems.until_past);
    return at;
  }

  return {
    /** Whoever it was given to, or staff. */
    acceptReport: (input: Input<'acceptReportSchemas'>, asker: Asker, tx: Queries) =>
      handle(tx, input, asker, { action: 'accept' }),

    /** Whoever it was given to, or staff. */
    giveBackReport: (input: Input<'giveBackReportSchemas'>, asker: Asker, tx: Queries) =>
      handle(tx, input, asker, { action: 'give_back', words: input.reason.trim() }),

    /** Whoever it was given to, or staff. */
    askReporter: (input: Input<'askReporterSchemas'>, asker: Asker, tx: Queries) =>
      handle(tx, input, asker, { action: 'ask', words: input.question.trim() }),

    /** Whoever it was given to, or staff. */
    scheduleReport(input: Input<'scheduleReportSchemas'>, asker: Asker, tx: Queries): Promise<Case> {
      const until = laterThanNow(input.until);
      return handle(tx, input, asker, { action: 'schedule', until, words: input.words.trim() });
    },

    /** Whoever it was given to, or staff. */
    transferReport(input: Input<'transferReportSchemas'>, asker: Asker, tx: Queries): Promise<Case> {
      const until = input.until ? laterThanNow(input.until) : null;
      const said = { receiver: input.receiver.trim(), words: input.words.trim(), until };
      return handle(tx, input, asker, { action: 'transfer', ...said });
    },

    /** Whoever it was given to, or staff. */
    resumeReport: (input: Input<'resumeReportSchemas'>, asker: Asker, tx: Queries) =>
      handle(tx, input, asker, { action: 'resume', words: input.words?.trim() ?? null }),
  };
}

/** The same people: what they did, and what they tell each other. */
export function createFinishing(parts: HandlingParts) {
  const { reports, shown } = parts;
  const handle = createHandle(parts);
  return {
    /** Whoever it was given to, or staff. */
    resolveReport(input: Input<'resolveReportSchemas'>, asker: Asker, tx: Queries): Promise<Case> {
      const { words, beforeMediaIds = [], afterMediaIds } = input;
      if (afterMediaIds.length === 0) throw refuse(caseProblems.after_photo_missing);
      const photos = [
        { kind: 'before' as const, mediaIds: beforeMediaIds },
        { kind: 'after' as const, mediaIds: afterMediaIds },
      ];
      return handle(tx, input, asker, { action: 'resolve', words: words.trim(), photos });
    },

    /** Whoever it was given to, or staff: for those who work on it. */
    async addReportNote(input: Input<'addReportNoteSchemas'>, asker: Asker, tx: Queries): Promise<Case> {
      const { communityId, reportId, words } = input;
      const { report, actors } = await accessTo(tx, input, asker);
      const [as] = actors.filter((actor) => actor !== 'supervisor');
      if (!as) throw refuse(problems.forbidden);
      const by = { as, personId: asker.personId };
      const { state } = report;
      const line = {
        action: 'note',
        from: state,
        to: state,
        by,
        words: words.trim(),
        isInternal: true,
      } as const;
      await reports.append(tx, { communityId, reportId }, line);
      return shown(tx, input, asker);
    },
  };
}
