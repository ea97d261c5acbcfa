import { focusOn, useKeys } from '../../ui/keyboard';
import { useIsShown } from '../../ui/use-is-shown';
import type { BulkStore } from './bulk-store';
import { caseElementId, caseIdOf } from './case-line';
import type { TriageStore } from './triage-store';
import { triageTexts } from './triage-texts';

interface Desk {
  readonly store: TriageStore;
  /** Without it nothing can be chosen. */
  readonly bulk: BulkStore | null;
  readonly onClose: () => void;
  readonly onHelp: () => void;
}

const steps: Readonly<Record<string, 1 | -1>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

function step({ store }: Desk, at: string | null, by: 1 | -1): boolean {
  const next = store.neighbour(at, by);
  if (next === null) {
    if (by > 0) void store.pages.loadMore();
    return at !== null;
  }
  focusOn(`#${caseElementId(next)}`);
  return true;
}

/** The list gives way in this order: what is open, what is chosen. */
function escape({ store, bulk, onClose }: Desk): boolean {
  if (store.openId !== null) onClose();
  else if (bulk && bulk.chosen.size > 0) bulk.clear();
  else return false;
  return true;
}

function act(desk: Desk, key: string, at: string | null): boolean {
  const { bulk, onHelp } = desk;
  if (key === '?') onHelp();
  else if (key === '/') focusOn(`[aria-label="${triageTexts.search}"] input`);
  else if (key === 'x' && bulk && at !== null) bulk.toggle(at);
  else if (key === 'a' && bulk && (bulk.chosen.size > 0 || at !== null)) {
    if (bulk.chosen.size === 0 && at !== null) bulk.toggle(at);
    bulk.begin('assign');
  } else return false;
  return true;
}

/** The desk by keyboard: what has the focus is what a key is about. */
export function useDeskKeys(desk: Desk): void {
  const isShown = useIsShown();
  useKeys(isShown, (key, focusedId) => {
    const { view, openId } = desk.store;
    const at = caseIdOf(focusedId) ?? openId;
    const by = view === 'list' ? steps[key] : undefined;
    if (by !== undefined) return step(desk, at, by);
    return key === 'Escape' ? escape(desk) : act(desk, key, view === 'list' ? at : null);
  });
}
