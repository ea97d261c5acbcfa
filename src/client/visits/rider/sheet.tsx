import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { getVisitSheet, type VisitSheet } from '../../../contract/visits';
import { Remote } from '../../remote';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { momentText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { visitRoutes } from '../routes';
import { sheetTexts as texts } from './texts';
import './sheet.scss';

definePageConfig({ navigationBarTitleText: '探访单' });

type Shown = VisitSheet['elders'][number];

function Fact({ name, text }: { name: string; text: string | null }) {
  if (!text) return null;
  return (
    <View className="visit__fact">
      <View className="hint">{name}</View>
      <View>{text}</View>
    </View>
  );
}

function Elder({ elder, isLeader }: { elder: Shown; isLeader: boolean }) {
  const { device } = useRootStore();
  const { name, isMine, isShown, address, phone, needs, volunteers } = elder;
  return (
    <View className="card visit">
      <View className="visit__head">
        <Heading level={2}>{name}</Heading>
        {isMine || !isLeader ? (
          <Tag text={isMine ? texts.mine : texts.notMine} tone={isMine ? 'good' : 'plain'} />
        ) : null}
      </View>
      {isShown ? (
        <>
          <Fact name={texts.address} text={address} />
          <Fact name={texts.needs} text={needs} />
          {phone ? (
            <ActionButton icon="phone" text={texts.call(phone)} onPress={() => device.phone.call(phone)} />
          ) : null}
        </>
      ) : null}
      <Fact name={texts.others} text={volunteers.join('、')} />
    </View>
  );
}

/** As they were entered otherwise. */
const mineFirst = (one: Shown, other: Shown) => Number(other.isMine) - Number(one.isMine);

function Sheet({ sheet, now }: { sheet: VisitSheet; now: number }) {
  const { isOpen, opensAt, endsAt, elders, isLeader, title } = sheet;
  const isOver = Date.parse(endsAt) <= now;
  return (
    <>
      <Heading level={2}>{title}</Heading>
      {isOpen ? (
        <Notice icon="shield" tone="warn" hint={texts.privateHint}>
          {texts.private}
        </Notice>
      ) : (
        <Notice icon="clock" hint={texts.closedHint}>
          {isOver ? texts.over : texts.closed(momentText(opensAt))}
        </Notice>
      )}
      {elders.length === 0 ? <Still icon="people" {...texts.empty} /> : null}
      {[...elders].sort(mineFirst).map((elder) => (
        <Elder key={elder.id} elder={elder} isLeader={isLeader} />
      ))}
    </>
  );
}

/** Nothing of it is kept on the phone, and it is gone when the page is left. */
function SheetPage() {
  const root = useRootStore();
  const { activityId = '' } = visitRoutes.sheet.parse(useRouter().params);
  const [sheet] = useState(() => new Remote<VisitSheet>(root.parts));
  const load = () => {
    if (!root.sessions.isSignedIn) return;
    void sheet.load({
      key: activityId,
      copy: () => null,
      read: () => root.api.call(getVisitSheet, { activityId }),
    });
  };
  useDidShow(load);
  if (!root.sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  return (
    <Screen title={texts.title}>
      <View className="visits">
        {remoteView({
          remote: sheet,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (shown) => <Sheet sheet={shown} now={root.parts.clock.now()} />,
        })}
      </View>
    </Screen>
  );
}

export default observer(SheetPage);
