import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { RequestCase } from '../../../contract/request-cases';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import type { RequestCaseStore } from './case-store';
import { moveActions } from './move-form';
import { MoveSheet } from './move-sheet';
import { caseTexts as texts, moveTexts } from './texts';

/** What the person may do with it now, what is meant most often first. */
export const CaseMoves = observer(({ store, found }: { store: RequestCaseStore; found: RequestCase }) => {
  const open = moveActions.filter((action) => found.can[action]);
  if (open.length === 0) return <View className="hint">{texts.readOnly}</View>;
  return (
    <View className="card request-case__part">
      <Heading level={2}>{texts.moves}</Heading>
      <View className="request-case__moves">
        {open.map((action, index) => (
          <ActionButton
            key={action}
            kind={index === 0 && action !== 'note' ? 'primary' : 'secondary'}
            text={moveTexts[action].name}
            onPress={() => store.begin(action)}
          />
        ))}
      </View>
      <MoveSheet store={store} found={found} />
    </View>
  );
});
