import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { MySession } from '../../../contract/sessions';
import { useRootStore } from '../../root-store';
import { settingsRoutes } from '../../settings/routes';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { instantText } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { MySessionsStore } from '../my-sessions-store';
import { mySessionsTexts as texts, wayNames } from '../texts';
import './mine.scss';

definePageConfig({ navigationBarTitleText: '登录的设备' });

const Row = observer(({ session, onEnd }: { session: MySession; onEnd: () => void }) => (
  <View className="my-session">
    <View className="my-session__words">
      <View className="my-session__name">
        <View>{session.device}</View>
        {session.isCurrent ? <Tag text={texts.current} tone="good" /> : null}
      </View>
      <View className="hint">{`${wayNames[session.way]} · ${texts.usedOn(instantText(session.usedAt))}`}</View>
      <View className="hint">{texts.since(instantText(session.createdAt))}</View>
    </View>
    {session.isCurrent ? null : (
      <Pressable className="my-session__end" label={`${texts.end} ${session.device}`} onPress={onEnd}>
        {texts.end}
      </Pressable>
    )}
  </View>
));

function MySessions() {
  const root = useRootStore();
  const { device, settings } = root;
  const [store] = useState(() => new MySessionsStore(root));
  const [ending, setEnding] = useState<MySession | 'all' | null>(null);
  useDidShow(() => void store.load());
  const end = async (what: MySession | 'all' | null) => {
    setEnding(null);
    if (what === 'all') {
      if (await store.endAll()) device.navigation.toTab(settingsRoutes.me.to());
    } else if (what && (await store.end(what.id))) device.feedback.toast(texts.ended);
  };
  const isAll = ending === 'all';
  return (
    <Screen title={texts.title}>
      <View className="my-sessions">
        <View className="hint">{texts.lead}</View>
        {store.failure ? (
          <Notice icon="warning" tone="danger" hint={failureWords(store.failure).hint}>
            {failureWords(store.failure).title}
          </Notice>
        ) : null}
        {remoteView({
          remote: store.list,
          onRetry: () => void store.load(),
          isOnline: settings.isOnline,
          loading: <LoadingRows count={2} />,
          children: (list) => (
            <>
              <View className="card my-sessions__list">
                {list.map((session) => (
                  <Row key={session.id} session={session} onEnd={() => setEnding(session)} />
                ))}
              </View>
              <ActionButton
                icon="exit"
                text={texts.endAll}
                isWorking={store.isWorking}
                onPress={() => setEnding('all')}
              />
            </>
          ),
        })}
      </View>
      <ConfirmSheet
        isOpen={ending !== null}
        title={isAll ? texts.endAllAsk : texts.endAsk}
        hint={isAll ? texts.endAllHint : texts.endAskHint}
        confirm={isAll ? texts.endAll : texts.end}
        onConfirm={() => void end(ending)}
        onClose={() => setEnding(null)}
      />
    </Screen>
  );
}

export default observer(MySessions);
