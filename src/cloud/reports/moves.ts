import {
  eventCodes,
  reportCodeVersion,
  reportProblems,
  type ReportAction,
  type ReportActor,
  type ReportCategory,
} from '../../contract/reports';
import type { Queries } from '../platform/database';
import { refuseMove } from '../platform/moves';
import { refuse, type Refusal } from '../platform/refusal';
import { clockAfterMove, clockOfCategory } from './clocks';
import { createConsequences } from './consequences';
import { effectsOf } from './effects';
import type { Doer, History, ReportIds, Said } from './history';
import { reportMachine } from './machine';
import * as queries from './queries';
import type { Movable, ReportRecord } from './queries';
import type { Rounds } from './rounds';
import type { ReportsParts } from './service';
import { tally } from './tallies';

export interface Assignee {
  kind: 'department' | 'grid_member';
  id: string;
}

/** One step of the machine. */
export interface Move extends Said {
  action: ReportAction;
  by: Doer;
  /** The one that whoever moves it has seen; null: whichever it is. */
  version: number | null;
  assignee?: Assignee;
  canonicalId?: string;
  stars?: number;
  /** Whether its pictures were seen on the way. */
  isSeen?: boolean;
  /** How what the reporter writes came in. */
  source?: 'weapp' | 'h5';
}

/** What a change that came too late is answered with: it can not be done from there, or somebody else did something. */
function refusalOf(current: ReportRecord | undefined, action: ReportAction): Refusal {
  if (!current) return refuseMove(undefined);
  const { state, version } = current;
  const isPossible = reportMachine.transitions.some((step) => step.action === action && step.from === state);
  return isPossible
    ? refuseMove(current)
    : refuse(reportProblems.report_state, { current: { state, version } });
}

/** The one step of an action from where a report stands; of several the one back to what it was. */
function stepOf({ state, stateBefore }: ReportRecord, action: ReportAction, as: ReportActor) {
  const steps = reportMachine.transitions.filter(
    (step) => step.action === action && step.from === state && step.by.includes(as),
  );
  return steps.length > 1 ? steps.find(({ to }) => to === stateBefore) : steps[0];
}

/** The department that a line names: which it is given to, or which does it. */
const departmentOf = ({ departmentId }: ReportRecord, { by, assignee }: Move): string | null => {
  if (assignee) return assignee.kind === 'department' ? assignee.id : null;
  return by.as === 'department' ? departmentId : null;
};

interface MovesParts extends Pick<ReportsParts, 'clock' | 'communities' | 'points' | 'workingDays'> {
  history: History;
  rounds: Rounds;
}

export type Moves = ReturnType<typeof createMoves>;

/** Judged by the row that it changes, which is counted as what it is now. */
async function write(tx: Queries, report: ReportRecord, next: Movable, action: ReportAction) {
  const moved = await tx.row(queries.move, queries.movedValues(report, next));
  if (!moved) throw refusalOf(await tx.row(queries.find, [report.communityId, report.id]), action);
  await tally(tx, report, moved);
  return moved;
}

function createStepping(parts: MovesParts) {
  const { clock, workingDays, history, rounds } = parts;
  const consequences = createConsequences(parts);

  return {
    /**
     * Brings a report from one state into another, with its deadline, its line in the history, its photos, what is told of
     * it and what follows, in the caller's transaction. The caller has judged who may (`by.as`) and checked what the step
     * needs. Refused with `report_state` where it can not be done from there (any more), with `conflict` where somebody
     * else did something meanwhile; either says how it stands now.
     */
    async move(tx: Queries, { communityId, reportId }: ReportIds, move: Move): Promise<ReportRecord> {
      const { action, by, version, words, photos = [] } = move;
      const report = await tx.row(queries.find, [communityId, reportId]);
      const step = report && stepOf(report, action, by.as);
      if (!report || !step || (version !== null && version !== report.version))
        throw refusalOf(report, action);
      const { to } = step;
      const at = clock.now();
      const calendar = await workingDays.calendarOf(tx, communityId);
      const ownUntil = action === 'schedule' || action === 'transfer' ? (move.until ?? null) : null;
      const next = {
        ...effectsOf(report, to, move, at),
        ...clockAfterMove(report, { to, until: ownUntil, at }, calendar),
      };
      const moved = await write(tx, report, next, action);
      const isWritten = Boolean(words) || photos.some(({ mediaIds }) => mediaIds.length > 0);
      const isScreened = by.as === 'reporter' && isWritten;
      const departmentId = departmentOf(report, move);
      const line = { ...move, from: report.state, to, departmentId, isScreened };
      await history.append(tx, { communityId, reportId }, line);
      if (action === 'assign') await consequences.thank(tx, moved);
      if (action === 'merge') await consequences.joinCanonical(tx, moved);
      if (action === 'give_back') await consequences.raiseAgain(tx, moved);
      if (isScreened) await rounds.start(tx, moved, move.source ?? 'h5');
      else if (to === 'withdrawn') await rounds.stop(tx, moved);
      return moved;
    },
  };
}

function createMending({ clock, workingDays, history }: MovesParts) {
  return {
    /** Mends the category: no step of the machine, but judged and written down as one. */
    async recategorise(
      tx: Queries,
      { communityId, reportId }: ReportIds,
      {
        category,
        by,
        version,
        words,
      }: { category: ReportCategory; by: Doer; version: number; words?: string | null },
    ): Promise<ReportRecord> {
      const report = await tx.row(queries.find, [communityId, reportId]);
      if (report?.version !== version) throw refuseMove(report);
      const isOver = reportMachine.terminal.includes(report.state) || report.state === 'resolved';
      if (isOver) throw refusalOf(report, 'recategorise');
      const at = clock.now();
      const clocked = clockOfCategory(report, category, at, await workingDays.calendarOf(tx, communityId));
      const code = { eventCode: eventCodes[category], codeVersion: reportCodeVersion };
      const moved = await write(tx, report, { ...report, ...clocked, ...code, category }, 'recategorise');
      const line = { action: 'recategorise', from: report.state, to: report.state, by, words } as const;
      await history.append(tx, { communityId, reportId }, line);
      return moved;
    },
  };
}

/** The one way by which reports change. */
export const createMoves = (parts: MovesParts) => ({ ...createStepping(parts), ...createMending(parts) });
