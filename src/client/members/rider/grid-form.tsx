import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { memberLimits } from '../../../contract/members';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { LongTextField } from '../../ui/long-text-field';
import { semantics } from '../../ui/semantics';
import { AreasField } from './areas-field';
import type { GridStore } from './grid-store';
import { gridTexts as texts } from './texts';

/** What a mobile grid member does. */
export function GridIntro() {
  return (
    <View className="card grid-page__intro">
      <View className="grid-page__lead">{texts.lead}</View>
      <View className="grid-page__lines">
        {texts.what.map((line) => (
          <View key={line} className="grid-page__line">
            <Icon name="check" />
            <View>{line}</View>
          </View>
        ))}
      </View>
    </View>
  );
}

/** The application, kept while it is written. */
export const GridForm = observer(({ store, title }: { store: GridStore; title: string }) => {
  const { device } = useRootStore();
  const [isMissing, setIsMissing] = useState(false);
  const { draft, places } = store;
  const submit = async () => {
    setIsMissing(draft.areas.length === 0);
    if (draft.areas.length > 0 && (await store.apply())) device.feedback.toast(texts.sent);
  };
  return (
    <View className="card grid-page__form">
      <Heading level={2}>{title}</Heading>
      <AreasField
        areas={draft.areas}
        places={places.data ?? []}
        onChange={(areas) => {
          setIsMissing(false);
          store.write({ areas });
        }}
      />
      <LongTextField
        label={texts.note}
        value={draft.note}
        maxLength={memberLimits.noteLength}
        placeholder={texts.notePlaceholder}
        hint={texts.draft}
        onChange={(note) => store.write({ note })}
      />
      {isMissing ? (
        <View className="field__wrong" {...semantics({ role: 'alert' })}>
          {texts.needArea}
        </View>
      ) : null}
      <ActionButton
        kind="primary"
        text={texts.submit}
        isWorking={store.isWorking}
        onPress={() => void submit()}
      />
    </View>
  );
});
