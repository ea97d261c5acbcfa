import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { retention } from '../../../contract/retention';
import { useRootStore } from '../../root-store';
import { Heading } from '../../ui/heading';
import { Screen } from '../../ui/screen';
import { privacyTexts as texts } from '../texts';
import './privacy.scss';

definePageConfig({ navigationBarTitleText: '隐私说明' });

function Section({ section }: { section: (typeof texts.sections)[number] }) {
  return (
    <View className="privacy__section">
      <Heading level={2}>{section.title}</Heading>
      {'list' in section
        ? section.list.map(({ what, why }) => (
            <View key={what} className="privacy__item">
              <View className="privacy__what">{what}</View>
              <View className="privacy__why">{why}</View>
            </View>
          ))
        : section.lines.map((line) => (
            <View key={line} className="privacy__line">
              {line}
            </View>
          ))}
    </View>
  );
}

/** As the cloud's own jobs have it. */
function Retention() {
  return (
    <View className="privacy__section">
      <Heading level={2}>{texts.retention}</Heading>
      {retention.map(({ what, kept }) => (
        <View key={what} className="privacy__kept">
          <View className="privacy__kept-what">{what}</View>
          <View className="privacy__kept-long">{kept}</View>
        </View>
      ))}
    </View>
  );
}

function Privacy() {
  const { communities } = useRootStore();
  const community = communities.current;
  return (
    <Screen title={texts.title}>
      <View className="card privacy">
        {community ? <View className="hint">{`${community.subdistrict}${community.name}`}</View> : null}
        <View className="privacy__lead">{texts.lead}</View>
        {texts.sections.map((section) => (
          <Section key={section.title} section={section} />
        ))}
        <Retention />
        <View className="hint">{texts.updated}</View>
      </View>
    </Screen>
  );
}

export default observer(Privacy);
