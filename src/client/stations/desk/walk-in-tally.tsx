import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { checkInLimits } from '../../../contract/check-ins';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { failureWords } from '../../ui/state-views';
import { StationVisitsView } from '../station-visits-view';
import { codesTexts as texts } from '../texts';
import type { CodesStore } from './codes-store';
import './walk-in-tally.scss';

/** Counts people who came without the app. */
export const WalkInTally = observer(({ store, stationId }: { store: CodesStore; stationId: string }) => {
  const [people, setPeople] = useState(1);
  const save = async () => {
    if (await store.tally(people)) setPeople(1);
  };
  return (
    <>
      <View className="card walk-in-tally">
        <Heading level={2}>{texts.tally}</Heading>
        <View className="hint">{texts.tallyHint}</View>
        <View className="walk-in-tally__stepper">
          <Pressable
            className="walk-in-tally__step"
            label={texts.fewer}
            isDisabled={people <= 1}
            onPress={() => setPeople(people - 1)}
          >
            <Icon name="minus" />
          </Pressable>
          <View className="walk-in-tally__people" {...semantics({ 'aria-live': 'polite' })}>
            {texts.people(people)}
          </View>
          <Pressable
            className="walk-in-tally__step"
            label={texts.more}
            isDisabled={people >= checkInLimits.maxWalkIns}
            onPress={() => setPeople(people + 1)}
          >
            <Icon name="plus" />
          </Pressable>
        </View>
        {store.tallied === null ? null : (
          <Notice icon="check" tone="good">
            {texts.saved(store.tallied)}
          </Notice>
        )}
        {store.failure ? (
          <Notice icon="warning" tone="danger" hint={failureWords(store.failure).hint}>
            {failureWords(store.failure).title}
          </Notice>
        ) : null}
        <ActionButton
          kind="primary"
          text={texts.save}
          isWorking={store.isTallying}
          onPress={() => void save()}
        />
      </View>
      <StationVisitsView stationId={stationId} />
    </>
  );
});
