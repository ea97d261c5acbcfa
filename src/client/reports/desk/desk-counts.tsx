import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { CaseCounts } from '../../../contract/report-cases';
import type { ReportState } from '../../../contract/reports';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { stageOf, stages, statesOf } from './stages';
import type { TriageStore } from './triage-store';
import { stageTexts, triageTexts as texts } from './triage-texts';
import './desk-counts.scss';

const countIn = (counts: CaseCounts | null, states: readonly ReportState[]): number | null =>
  counts &&
  counts.states.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);

interface CountProps {
  name: string;
  count: number | null;
  tone?: 'danger' | 'warn' | 'plain';
  isOn: boolean;
  onPress: () => void;
}

function Count({ name, count, tone = 'plain', isOn, onPress }: CountProps) {
  const kinds = [count ? `desk-count--${tone}` : 'desk-count--none', isOn ? 'desk-count--on' : ''];
  return (
    <Pressable
      className={['desk-count', ...kinds].filter(Boolean).join(' ')}
      isPressed={isOn}
      onPress={onPress}
    >
      <View className="desk-count__number">{count ?? '–'}</View>
      <View className="desk-count__name">{name}</View>
    </Pressable>
  );
}

/** How much waits where, what is late first; a press shows it. */
export const DeskCounts = observer(({ store }: { store: TriageStore }) => {
  const { filters } = store;
  const counts = store.counts.data;
  const toggleDue = (due: 'overdue' | 'soon') =>
    void store.filter({ due: filters.due === due ? null : due, scope: 'open', states: [] });
  const chosen = stageOf(filters.states);
  return (
    <View className="desk-counts" {...semantics({ role: 'group', 'aria-label': texts.counts })}>
      <Count
        name={texts.overdue}
        count={counts?.overdue ?? null}
        tone="danger"
        isOn={filters.due === 'overdue'}
        onPress={() => toggleDue('overdue')}
      />
      <Count
        name={texts.soon}
        count={counts?.soon ?? null}
        tone="warn"
        isOn={filters.due === 'soon'}
        onPress={() => toggleDue('soon')}
      />
      {stages.map((stage) => (
        <Count
          key={stage}
          name={stageTexts[stage]}
          count={countIn(counts, statesOf[stage])}
          isOn={chosen === stage}
          onPress={() =>
            void store.filter({ due: null, scope: 'open', states: chosen === stage ? [] : statesOf[stage] })
          }
        />
      ))}
    </View>
  );
});
