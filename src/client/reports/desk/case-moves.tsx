import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Assignees, Case } from '../../../contract/report-cases';
import type { Remote } from '../../remote';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import type { CaseStore } from './case-store';
import { caseTexts as texts, moveTexts } from './case-texts';
import { moveActions } from './move-form';
import { MoveSheet } from './move-sheet';

interface CaseMovesProps {
  store: CaseStore;
  found: Case;
  assignees: Remote<Assignees>;
}

/** Shown at once; the others a tap away. */
const shownFirst = 3;

/** What the person may do with it now, what is meant most often first. */
export const CaseMoves = observer(({ store, found, assignees }: CaseMovesProps) => {
  const { device } = useRootStore();
  const [areAllShown, setAreAllShown] = useState(false);
  const open = moveActions.filter((action) => found.can[action]);
  const shown = areAllShown || open.length <= shownFirst + 1 ? open : open.slice(0, shownFirst);
  if (open.length === 0) return <View className="hint">{texts.readOnly}</View>;
  const done = (text: string) => device.feedback.toast(text);
  return (
    <View className="card case-view__part">
      <Heading level={2}>{texts.moves}</Heading>
      <View className="case-moves">
        {shown.map((action, index) => (
          <ActionButton
            key={action}
            kind={index === 0 && action !== 'note' ? 'primary' : 'secondary'}
            text={moveTexts[action].name}
            onPress={() => store.begin(action)}
          />
        ))}
        {shown.length < open.length ? (
          <ActionButton kind="quiet" text={texts.more} onPress={() => setAreAllShown(true)} />
        ) : null}
      </View>
      <MoveSheet store={store} assignees={assignees} onDone={done} />
    </View>
  );
});
