import { observer } from 'mobx-react';
import type { RequestCaseCounts } from '../../../contract/request-cases';
import type { RequestState } from '../../../contract/requests';
import { DeskCount, DeskCountRow } from '../../ui/desk-counts';
import { stageOf, stages, statesOf } from './filters';
import type { RequestListStore } from './list-store';
import { listTexts as texts, stageTexts } from './texts';

const countIn = (counts: RequestCaseCounts | null, states: readonly RequestState[]): number | null =>
  counts &&
  counts.states.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);

/** How much waits where, what is late first; a press shows it. */
export const DeskCounts = observer(({ store }: { store: RequestListStore }) => {
  const { filters } = store;
  const counts = store.counts.data;
  const toggleDue = (due: 'overdue' | 'soon') =>
    void store.filter({ due: filters.due === due ? null : due, scope: 'open', states: [] });
  const chosen = stageOf(filters.states);
  return (
    <DeskCountRow label={texts.counts}>
      <DeskCount
        name={texts.overdue}
        count={counts?.overdue ?? null}
        tone="danger"
        isOn={filters.due === 'overdue'}
        onPress={() => toggleDue('overdue')}
      />
      <DeskCount
        name={texts.soon}
        count={counts?.soon ?? null}
        tone="warn"
        isOn={filters.due === 'soon'}
        onPress={() => toggleDue('soon')}
      />
      {stages.map((stage) => (
        <DeskCount
          key={stage}
          name={stageTexts[stage]}
          count={countIn(counts, statesOf[stage])}
          isOn={chosen === stage}
          onPress={() =>
            void store.filter({ due: null, scope: 'open', states: chosen === stage ? [] : statesOf[stage] })
          }
        />
      ))}
    </DeskCountRow>
  );
});
