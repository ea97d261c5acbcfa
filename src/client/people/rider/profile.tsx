import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { companies, companyNames, type Company, type Me } from '../../../contract/people';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { ActionButton } from '../../ui/action-button';
import { Avatar } from '../../ui/avatar';
import { Chips } from '../../ui/chips';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { failureWords } from '../../ui/state-views';
import { AvatarButton } from '../avatar-button';
import { NicknameField } from '../nickname-field';
import { PersonStore } from '../store';
import { profileTexts as texts } from '../texts';
import './profile.scss';

definePageConfig({ navigationBarTitleText: '个人资料' });

interface PartProps {
  store: PersonStore;
  me: Me;
}

const Picture = observer(({ store, me }: PartProps) => (
  <View className="card profile__picture">
    <Heading level={2}>{texts.avatar}</Heading>
    <View className="profile__avatar">
      <Avatar url={me.avatarUrl} size="large" />
      <View className="profile__buttons">
        <AvatarButton text={texts.avatarChange} onChosen={(file) => void store.setAvatar(file)} />
        {me.avatarUrl ? (
          <ActionButton kind="quiet" text={texts.avatarRemove} onPress={() => void store.removeAvatar()} />
        ) : null}
      </View>
    </View>
  </View>
));

const Nickname = observer(({ store, me }: PartProps) => {
  const { device } = useRootStore();
  const [nickname, setNickname] = useState(me.nickname);
  const { failure } = store;
  const error = failure?.kind === 'refused' ? (failure.fields['nickname'] ?? null) : null;
  const save = async () => {
    if (await store.setNickname(nickname)) device.feedback.toast(texts.saved);
  };
  return (
    <View className="card profile__nickname">
      <NicknameField
        label={texts.nickname}
        value={nickname}
        hint={texts.nicknameHint}
        error={error}
        onChange={setNickname}
      />
      <ActionButton
        text={texts.save}
        isWorking={store.isWorking}
        isDisabled={nickname.trim() === '' || nickname.trim() === me.nickname}
        onPress={() => void save()}
      />
    </View>
  );
});

const none = 'none';

const CompanyChoice = observer(({ store, me }: PartProps) => {
  const choose = (value: Company | typeof none) => void store.setCompany(value === none ? null : value);
  return (
    <View className="card">
      <Heading level={2}>{texts.company}</Heading>
      <View className="hint profile__hint">{texts.companyHint}</View>
      <Chips
        label={texts.company}
        value={me.company ?? none}
        options={[
          { value: none, text: texts.noCompany },
          ...companies.map((value) => ({ value, text: companyNames[value] })),
        ]}
        onChange={choose}
      />
    </View>
  );
});

function Profile() {
  const root = useRootStore();
  const { sessions, device } = root;
  const [store] = useState(() => new PersonStore(root));
  const { me } = sessions;
  if (!me) return <SignInFirst title={texts.title} />;
  const words = store.failure ? failureWords(store.failure) : null;
  return (
    <Screen title={texts.title}>
      <View className="profile">
        {words ? (
          <Notice icon="warning" tone="danger" hint={words.hint}>
            {words.title}
          </Notice>
        ) : null}
        <Picture store={store} me={me} />
        <Nickname store={store} me={me} />
        <CompanyChoice store={store} me={me} />
        <View className="card link-rows">
          <LinkRow
            icon="phone"
            text={texts.ways}
            hint={me.phone ? texts.waysHint : texts.noPhone}
            onPress={() => device.navigation.to(sessionRoutes.ways.to())}
          />
        </View>
      </View>
    </Screen>
  );
}

export default observer(Profile);
