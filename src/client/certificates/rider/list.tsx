import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { CertificateRow } from '../../../contract/certificates';
import { durationText } from '../../../contract/service-records';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Chips } from '../../ui/chips';
import { FailureNotice } from '../../ui/failure-notice';
import { Heading } from '../../ui/heading';
import { ListEnd } from '../../ui/list-end';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { WhenField } from '../../ui/when-field';
import { stateNames, stateTones } from '../certificate-text';
import { certificateRoutes } from '../routes';
import { CertificatesStore } from './list-store';
import { listTexts as texts } from './texts';
import './list.scss';

definePageConfig({ navigationBarTitleText: '志愿服务证明' });

const Row = observer(({ row }: { row: CertificateRow }) => {
  const { device } = useRootStore();
  const { id, number, state, from, to, minutes, times } = row;
  return (
    <Pressable
      className="certificate-row"
      role="link"
      onPress={() => device.navigation.to(certificateRoutes.certificate.to({ id }))}
    >
      <View className="certificate-row__words">
        <View className="certificate-row__number">{number}</View>
        <View className="hint">{texts.days(from, to)}</View>
        <View className="hint">{`${durationText(minutes)} · ${texts.times(times)}`}</View>
      </View>
      <Tag text={stateNames[state]} tone={stateTones[state]} />
    </Pressable>
  );
});

const Make = observer(({ store }: { store: CertificatesStore }) => {
  const { device } = useRootStore();
  const issue = async () => {
    const issued = await store.issue();
    if (!issued) return;
    device.feedback.toast(texts.issued);
    device.navigation.to(certificateRoutes.certificate.to({ id: issued.id }));
  };
  return (
    <View className="card certificates">
      <Heading level={2}>{texts.make}</Heading>
      <View>{texts.lead}</View>
      <Chips
        label={texts.span}
        value={store.span ?? ''}
        options={(['year', 'last', 'all'] as const).map((value) => ({ value, text: texts.spans[value] }))}
        onChange={(span) => {
          if (span !== '') store.choose(span);
        }}
      />
      <View className="certificates__days">
        <WhenField label={texts.from} kind="date" value={store.from} onChange={store.setFrom} />
        <WhenField
          label={texts.to}
          kind="date"
          value={store.to}
          error={store.isWrong ? texts.wrongDays : null}
          onChange={store.setTo}
        />
      </View>
      <FailureNotice working={store.working} />
      <ActionButton
        kind="primary"
        text={texts.issue}
        isWorking={store.working.isWorking}
        isDisabled={store.isWrong}
        onPress={() => void issue()}
      />
      <View className="hint">{texts.name}</View>
    </View>
  );
});

function Certificates() {
  const root = useRootStore();
  const [store] = useState(() => new CertificatesStore(root));
  const { rows } = store;
  const load = () => void store.load();
  useDidShow(load);
  useReachBottom(() => void rows.loadMore());
  if (!root.sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  return (
    <Screen title={texts.title}>
      <View className="certificates">
        <Make store={store} />
        <Heading level={2}>{texts.list}</Heading>
        {remoteView({
          remote: rows.rows,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={2} />,
          children: (list) =>
            list.length === 0 ? (
              <Still icon="badge" title={texts.empty} hint={texts.emptyHint} />
            ) : (
              <>
                <View className="card certificate-rows">
                  {list.map((row) => (
                    <Row key={row.id} row={row} />
                  ))}
                </View>
                <ListEnd
                  hasMore={rows.hasMore}
                  isLoadingMore={rows.isLoadingMore}
                  moreFailure={rows.moreFailure}
                  count={list.length}
                  onMore={() => void rows.loadMore()}
                />
              </>
            ),
        })}
      </View>
    </Screen>
  );
}

export default observer(Certificates);
