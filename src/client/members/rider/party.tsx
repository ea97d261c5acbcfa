import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import { memberLimits, type PartyReport } from '../../../contract/members';
import type { Membership } from '../../../contract/people';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { TextField } from '../../ui/text-field';
import { InCommunity } from './in-community';
import { PartyStore } from './party-store';
import { partyTexts as texts } from './texts';
import './party.scss';

definePageConfig({ navigationBarTitleText: '党员报到' });

interface ConsentProps {
  isOpen: boolean;
  onAgree: () => void;
  onClose: () => void;
}

/** Asked by itself: what is told here is sensitive. */
function Consent({ isOpen, onAgree, onClose }: ConsentProps) {
  return (
    <BottomSheet
      isOpen={isOpen}
      title={texts.consentTitle}
      onClose={onClose}
      actions={
        <>
          <ActionButton kind="primary" text={texts.agree} onPress={onAgree} />
          <ActionButton kind="quiet" text={texts.refuse} onPress={onClose} />
        </>
      }
    >
      {texts.consent.map((line) => (
        <View key={line} className="party__line">
          {line}
        </View>
      ))}
    </BottomSheet>
  );
}

const Form = observer(({ store }: { store: PartyStore }) => {
  const { device } = useRootStore();
  const [branch, setBranch] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const submit = () => {
    const isEmpty = branch.trim() === '';
    setIsMissing(isEmpty);
    setIsAsking(!isEmpty);
  };
  const agree = async () => {
    setIsAsking(false);
    if (await store.reportIn(branch.trim())) device.feedback.toast(texts.done);
  };
  return (
    <>
      <View className="party__lead">{texts.lead}</View>
      <View className="card">
        {texts.facts.map(({ what, how }) => (
          <View key={what} className="party__fact">
            <View className="party__what">{what}</View>
            <View className="party__how">{how}</View>
          </View>
        ))}
      </View>
      <View className="card party__form">
        <TextField
          label={texts.branch}
          value={branch}
          placeholder={texts.branchPlaceholder}
          hint={texts.branchHint}
          error={isMissing ? texts.missing : null}
          maxLength={memberLimits.branchLength}
          onChange={(value) => {
            setBranch(value);
            setIsMissing(false);
          }}
          onConfirm={submit}
        />
        <ActionButton kind="primary" text={texts.submit} isWorking={store.isWorking} onPress={submit} />
      </View>
      <Consent isOpen={isAsking} onAgree={() => void agree()} onClose={() => setIsAsking(false)} />
    </>
  );
});

const Reported = observer(({ store, report }: { store: PartyStore; report: PartyReport }) => {
  const { device } = useRootStore();
  const [isAsking, setIsAsking] = useState(false);
  const remove = async () => {
    setIsAsking(false);
    if (await store.remove()) device.feedback.toast(texts.removed);
  };
  return (
    <>
      <Notice icon="check" tone="good" hint={texts.visible}>
        {texts.reported}
      </Notice>
      <View className="card party__report">
        <View>
          <View className="hint">{texts.branch}</View>
          <Heading level={2} className="party__branch">
            {report.branch}
          </Heading>
          <View className="hint">{texts.since(instantText(report.reportedAt))}</View>
        </View>
        <ActionButton
          icon="trash"
          text={texts.remove}
          isWorking={store.isWorking}
          onPress={() => setIsAsking(true)}
        />
      </View>
      <ConfirmSheet
        isOpen={isAsking}
        title={texts.removeAsk}
        hint={texts.removeHint}
        confirm={texts.remove}
        onConfirm={() => void remove()}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
});

const Party = observer(({ community }: { community: Membership }) => {
  const root = useRootStore();
  const [store] = useState(() => new PartyStore(root, community.communityId));
  const load = () => void store.load();
  useDidShow(load);
  // A page that is shown already has had its turn.
  useEffect(() => void store.load(), [store]);
  return (
    <View className="party">
      {store.failure ? (
        <Notice icon="warning" tone="danger" hint={failureWords(store.failure).hint}>
          {failureWords(store.failure).title}
        </Notice>
      ) : null}
      {remoteView({
        remote: store.mine,
        onRetry: load,
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={2} />,
        children: ({ report }) =>
          report ? <Reported store={store} report={report} /> : <Form store={store} />,
      })}
    </View>
  );
});

export default function PartyPage() {
  return (
    <InCommunity title={texts.title}>
      {(community) => <Party key={community.communityId} community={community} />}
    </InCommunity>
  );
}
