import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { certificateLimits, certificateStates } from '../../../contract/certificates';
import { durationText } from '../../../contract/service-records';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Chips } from '../../ui/chips';
import { Heading } from '../../ui/heading';
import { ListEnd } from '../../ui/list-end';
import { ReasonSheet } from '../../ui/reason-sheet';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { stateNames, stateTones } from '../certificate-text';
import { certificateRoutes } from '../routes';
import { CertificateDeskStore, type ManagedRow } from './desk-store';
import { SealSheet } from './seal-sheet';
import { deskTexts as texts } from './texts';
import './list.scss';

definePageConfig({ navigationBarTitleText: '志愿服务证明' });

interface Doing {
  readonly what: 'seal' | 'revoke';
  readonly row: ManagedRow;
}

interface CardProps {
  row: ManagedRow;
  onSee: () => void;
  onDo: (doing: Doing) => void;
}

function Card({ row, onSee, onDo }: CardProps) {
  const { number, state, maskedName, volunteerNumber, from, to, minutes, times, can } = row;
  return (
    <View className="card certificate-desk__card">
      <View className="certificate-desk__top">
        <Heading level={2} className="certificate-desk__number">
          {number}
        </Heading>
        <Tag text={stateNames[state]} tone={stateTones[state]} />
      </View>
      <View>{`${maskedName} · ${volunteerNumber}`}</View>
      <View className="hint">{`${texts.days(from, to)} · ${durationText(minutes)} · ${texts.times(times)}`}</View>
      <View className="certificate-desk__actions">
        <ActionButton text={texts.see} onPress={onSee} />
        {can.seal ? <ActionButton text={texts.seal} onPress={() => onDo({ what: 'seal', row })} /> : null}
        {can.revoke ? (
          <ActionButton text={texts.revoke} onPress={() => onDo({ what: 'revoke', row })} />
        ) : null}
      </View>
    </View>
  );
}

const Sheets = observer(
  ({ store, doing, onClose }: { store: CertificateDeskStore; doing: Doing | null; onClose: () => void }) => {
    const { device } = useRootStore();
    const revoke = async (reason: string) => {
      if (!doing || !(await store.revoke(doing.row, reason))) return;
      device.feedback.toast(texts.revoked);
      onClose();
    };
    return (
      <>
        {doing?.what === 'seal' ? <SealSheet store={store} row={doing.row} onClose={onClose} /> : null}
        <ReasonSheet
          isOpen={doing?.what === 'revoke'}
          title={texts.revokeTitle(doing?.row.number ?? '')}
          hint={texts.revokeHint}
          label={texts.revokeLabel}
          placeholder={texts.revokePlaceholder}
          confirm={texts.revoke}
          maxLength={certificateLimits.reasonLength}
          isWorking={store.working.isWorking}
          failure={store.working.failure}
          onConfirm={(reason) => void revoke(reason)}
          onClose={onClose}
        />
      </>
    );
  },
);

function CertificateDesk() {
  const root = useRootStore();
  const { communityId = '' } = certificateRoutes.manage.parse(useRouter().params);
  const [store] = useState(() => new CertificateDeskStore(root, communityId));
  const [doing, setDoing] = useState<Doing | null>(null);
  const { rows, view } = store;
  useDidShow(() => void store.load());
  useReachBottom(() => void rows.loadMore());
  const act = (next: Doing | null) => {
    store.working.forget();
    setDoing(next);
  };
  return (
    <Screen title={texts.title}>
      <View className="certificate-desk">
        <View className="hint">{texts.lead}</View>
        <Chips
          label={texts.filter}
          value={view}
          options={certificateStates.map((value) => ({ value, text: texts.views[value] }))}
          onChange={(chosen) => void store.setView(chosen)}
        />
        {remoteView({
          remote: rows.rows,
          onRetry: () => void store.load(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (list) => (
            <View className="certificate-desk">
              {list.length === 0 ? <Still icon="badge" title={texts.empty} hint={texts.emptyHint} /> : null}
              {list.map((row) => (
                <Card
                  key={row.id}
                  row={row}
                  onDo={act}
                  onSee={() =>
                    root.device.navigation.to(certificateRoutes.certificate.to({ id: row.id, communityId }))
                  }
                />
              ))}
              <ListEnd
                hasMore={rows.hasMore}
                isLoadingMore={rows.isLoadingMore}
                moreFailure={rows.moreFailure}
                count={list.length}
                onMore={() => void rows.loadMore()}
              />
            </View>
          ),
        })}
        <Sheets store={store} doing={doing} onClose={() => act(null)} />
      </View>
    </Screen>
  );
}

export default observer(CertificateDesk);
