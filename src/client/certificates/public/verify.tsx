import { View } from '@tarojs/components';
import { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Verification } from '../../../contract/certificates';
import { durationText } from '../../../contract/service-records';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Screen } from '../../ui/screen';
import { semantics } from '../../ui/semantics';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { TextField } from '../../ui/text-field';
import { spacedCode, stateIcons } from '../certificate-text';
import { certificateRoutes } from '../routes';
import { verifyTexts as texts } from './texts';
import { VerifyStore } from './verify-store';
import './verify.scss';

definePageConfig({ navigationBarTitleText: '查验证明' });

function Found({ found }: { found: Verification }) {
  const { state, maskedName, number, from, to, minutes, times, issuer, issuedOn, sealedOn } = found;
  const facts = [
    [texts.name, maskedName],
    [texts.total, texts.totalOf(durationText(minutes), times)],
    [texts.span, `${from} — ${to}`],
    [texts.number, number],
    [texts.issuer, issuer],
    [texts.issuedOn, issuedOn],
    ...(sealedOn ? [[texts.sealedOn, sealedOn] as const] : []),
  ] as const;
  return (
    <View className="card verify__found" {...semantics({ role: 'status' })}>
      <View className={`verify__state verify__state--${state}`}>
        <Icon name={stateIcons[state]} />
        <Heading level={2}>{texts.titles[state]}</Heading>
      </View>
      <View>{texts.hints[state]}</View>
      {facts.map(([name, value]) => (
        <View key={name} className="verify__fact">
          <View className="verify__name">{name}</View>
          <View className="verify__value">{value}</View>
        </View>
      ))}
      <View className="hint">{texts.masked}</View>
    </View>
  );
}

const Ask = observer(({ store }: { store: VerifyStore }) => {
  const { device } = useRootStore();
  const scan = async () => {
    const read = await device.scanner.scan();
    if (read !== null && !(await store.check(read))) device.feedback.toast(texts.notACode);
  };
  return (
    <View className="card verify__part">
      <View>{texts.lead}</View>
      <TextField
        label={texts.code}
        value={store.typed}
        maxLength={40}
        hint={texts.codeHint}
        error={store.isWrong ? texts.codeWrong : null}
        onChange={store.write}
        onConfirm={() => void store.check()}
      />
      <ActionButton
        kind="primary"
        text={texts.check}
        isDisabled={store.typed.trim() === ''}
        onPress={() => void store.check()}
      />
      <ActionButton icon="scan" text={texts.scan} onPress={() => void scan()} />
    </View>
  );
});

function Verify() {
  const root = useRootStore();
  const { code = '' } = certificateRoutes.verify.parse(useRouter().params);
  const [store] = useState(() => new VerifyStore(root, code));
  useLoad(() => {
    if (code) void store.check();
  });
  return (
    <Screen title={texts.title}>
      <View className="verify">
        {store.isAsked ? (
          <>
            {remoteView({
              remote: store.answer,
              onRetry: () => void store.check(),
              isOnline: root.settings.isOnline,
              loading: <LoadingRows count={2} />,
              children: (found) => <Found found={found} />,
            })}
            <View className="hint verify__code">{`${texts.code} ${spacedCode(store.typed)}`}</View>
            <ActionButton text={texts.another} onPress={store.again} />
          </>
        ) : (
          <Ask store={store} />
        )}
      </View>
    </Screen>
  );
}

export default observer(Verify);
