import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { CaseCounts } from '../../../contract/report-cases';
import { useRootStore } from '../../root-store';
import { Heading } from '../../ui/heading';
import { ListEnd } from '../../ui/list-end';
import { semantics } from '../../ui/semantics';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { BoardStore } from './board-store';
import { CaseLine } from './case-line';
import { stages, statesOf, type Stage } from './stages';
import type { TriageStore } from './triage-store';
import { stageTexts, triageTexts as texts } from './triage-texts';
import './board.scss';

interface ColumnProps {
  board: BoardStore;
  stage: Stage;
  counts: CaseCounts | null;
  onOpen: (id: string) => void;
}

const Column = observer(({ board, stage, counts, onOpen }: ColumnProps) => {
  const { settings } = useRootStore();
  const list = board.columns[stage];
  const inStage = counts?.states.filter(({ state }) => statesOf[stage].includes(state)) ?? [];
  const count = inStage.reduce((sum, one) => sum + one.count, 0);
  const overdue = inStage.reduce((sum, one) => sum + one.overdue, 0);
  return (
    <View className="board__column" {...semantics({ role: 'region', 'aria-label': stageTexts[stage] })}>
      <View className="board__head">
        <Heading level={2}>{stageTexts[stage]}</Heading>
        <View className="board__count">{counts ? count : ''}</View>
        {overdue > 0 ? <View className="board__overdue">{texts.overdueIn(overdue)}</View> : null}
      </View>
      <View className="board__cards" {...semantics({ tabIndex: 0 })}>
        {remoteView({
          remote: list.rows,
          onRetry: () => void board.loadColumn(stage),
          isOnline: settings.isOnline,
          loading: <LoadingRows count={2} />,
          children: (rows) => (
            <>
              {rows.length === 0 ? <View className="hint board__none">{texts.emptyColumn}</View> : null}
              {rows.map((row) => (
                <View key={row.id} className="board__card">
                  <CaseLine row={row} as="card" onOpen={() => onOpen(row.id)} />
                </View>
              ))}
              <ListEnd
                hasMore={list.hasMore}
                isLoadingMore={list.isLoadingMore}
                moreFailure={list.moreFailure}
                count={0}
                onMore={() => void list.loadMore()}
              />
            </>
          ),
        })}
      </View>
    </View>
  );
});

interface BoardProps {
  triage: TriageStore;
  onOpen: (id: string) => void;
}

/** The desk as columns, one for each stage. */
export const Board = observer(({ triage, onOpen }: BoardProps) => {
  const root = useRootStore();
  const [board] = useState(() => new BoardStore(root, triage));
  const { filters, changes, counts } = triage;
  useEffect(() => void board.load(), [board, filters, changes]);
  return (
    <View className="board" {...semantics({ role: 'group', 'aria-label': texts.board, tabIndex: 0 })}>
      {stages.map((stage) => (
        <Column key={stage} board={board} stage={stage} counts={counts.data} onOpen={onOpen} />
      ))}
    </View>
  );
});
