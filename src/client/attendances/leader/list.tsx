import { CustomWrapper, View } from '@tarojs/components';
import { useDidHide, useDidShow, useRouter, useUnload } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Conflict, DayList, DayRow } from '../../../contract/attendance-days';
import { attendanceLimits, type AttendanceKind } from '../../../contract/attendances';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { ReasonSheet } from '../../ui/reason-sheet';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { visitRoutes } from '../../visits/routes';
import { momentWords, whenText } from '../day-text';
import { AttendanceQueue } from '../attendance-queue';
import { attendanceRoutes } from '../routes';
import { useAttendances } from '../use-attendances';
import { DayPart } from './day-part';
import { ListStore } from './list-store';
import { MendSheet } from './mend-sheet';
import { PersonRow } from './person-row';
import { listTexts as texts } from './texts';
import './list.scss';

definePageConfig({ navigationBarTitleText: '到场名单' });

interface StoreProps {
  store: ListStore;
}

const kinds: readonly { value: AttendanceKind; text: string }[] = [
  { value: 'in', text: texts.kinds.in },
  { value: 'out', text: texts.kinds.out },
];

/** What others had said before, and stays. */
const Conflicts = observer(({ store, list }: StoreProps & { list: DayList }) => {
  if (store.conflicts.length === 0) return null;
  const nameOf = (personId: string) =>
    list.rows.find((row) => row.personId === personId)?.nickname ?? texts.somebody;
  const said = ({ personId, reason, kept }: Conflict) =>
    texts.conflicts[reason](nameOf(personId), kept ? momentWords(kept) : '');
  return (
    <Notice
      icon="info"
      tone="warn"
      hint={store.conflicts.map(said).join('；')}
      action={{ text: texts.gotIt, onPress: store.clearConflicts }}
    >
      {texts.conflictsTitle}
    </Notice>
  );
});

const Rows = observer(({ store, list }: StoreProps & { list: DayList }) => {
  const [mending, setMending] = useState<DayRow | null>(null);
  const [forgiving, setForgiving] = useState<DayRow | null>(null);
  const { can, rows } = list;
  const forgive = async (reason: string) => {
    if (forgiving && (await store.forgive(forgiving.personId, reason))) setForgiving(null);
  };
  if (rows.length === 0) return <Still icon="people" title={texts.empty} hint={texts.emptyHint} />;
  return (
    <>
      <CustomWrapper>
        <View className="card day-list__rows">
          {rows.map((row) => (
            <PersonRow
              key={row.personId}
              row={row}
              kind={store.kind}
              isWaiting={store.waiting.has(row.personId)}
              canMark={can.mark}
              canForgive={can.forgive && !store.isOwn(row)}
              onTick={() => store.tick(row)}
              onMend={() => setMending(row)}
              onForgive={() => {
                store.clearFailure();
                setForgiving(row);
              }}
            />
          ))}
        </View>
      </CustomWrapper>
      <MendSheet store={store} list={list} row={mending} onClose={() => setMending(null)} />
      <ReasonSheet
        isOpen={forgiving !== null}
        title={texts.forgive}
        hint={texts.forgiveHint}
        label={texts.forgiveReason}
        placeholder={texts.forgivePlaceholder}
        confirm={texts.forgiveConfirm}
        suggestions={texts.forgiveSuggestions}
        maxLength={attendanceLimits.reasonLength}
        isWorking={store.isWorking}
        failure={store.failure}
        onConfirm={(reason) => void forgive(reason)}
        onClose={() => setForgiving(null)}
      />
    </>
  );
});

const Head = observer(({ store, list }: StoreProps & { list: DayList }) => {
  const { clock } = useRootStore().parts;
  const { counts, activity } = list;
  return (
    <View className="day-list__head">
      <Heading level={2}>{activity.title}</Heading>
      <View className="hint">{whenText(activity, clock.now())}</View>
      <View className="day-list__counts">{texts.counts(counts.came, counts.expected, counts.left)}</View>
      {store.tallied > 0 ? <View className="hint">{texts.walkIns(store.tallied)}</View> : null}
    </View>
  );
});

/** Whom the day visits: staff enter them, the leader takes the sheet along. */
function Visits({ list }: { list: DayList }) {
  const { navigation } = useRootStore().device;
  const { id: activityId, communityId, kind } = list.activity;
  if (kind !== 'elder_visit') return null;
  const isDesk = list.can.forgive;
  const page = isDesk
    ? visitRoutes.elders.to({ communityId, activityId })
    : visitRoutes.sheet.to({ activityId });
  const { text, hint } = texts.visits[isDesk ? 'desk' : 'leader'];
  return (
    <View className="card link-rows">
      <LinkRow icon="list" text={text} hint={hint} onPress={() => navigation.to(page)} />
    </View>
  );
}

const Dock = observer(({ store, onAll }: StoreProps & { onAll: () => void }) => {
  const { list, open, kind } = store;
  if (!list.data?.can.mark || list.data.rows.length === 0) return null;
  if (open.length === 0) return <View className="day-list__everyone">{texts.everyone}</View>;
  return <ActionButton kind="primary" icon="check" text={texts.all(open.length, kind)} onPress={onAll} />;
});

function useShownList(communityId: string, activityId: string): ListStore {
  const root = useRootStore();
  const attendances = useAttendances();
  const [store] = useState(() => new ListStore(root, attendances, { communityId, activityId }));
  useDidShow(store.start);
  useDidHide(store.stop);
  useUnload(store.stop);
  return store;
}

function List() {
  const { sessions, settings, device } = useRootStore();
  const { communityId = '', id = '' } = attendanceRoutes.list.parse(useRouter().params);
  const store = useShownList(communityId, id);
  const [isAskingAll, setIsAskingAll] = useState(false);
  if (!sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  const all = () => {
    setIsAskingAll(false);
    store.tickAll();
  };
  const { open, kind } = store;
  return (
    <Screen title={texts.title} dock={<Dock store={store} onAll={() => setIsAskingAll(true)} />}>
      <View className="day-list">
        {remoteView({
          remote: store.list,
          onRetry: () => void store.load(),
          isOnline: settings.isOnline,
          loading: <LoadingRows count={5} />,
          children: (loaded) => {
            const list = store.shown ?? loaded;
            return (
              <>
                <Head store={store} list={list} />
                <Visits list={list} />
                <Conflicts store={store} list={list} />
                <AttendanceQueue queue={store.queue} />
                <View className="day-list__bar">
                  <Segments label={texts.choose} value={kind} options={kinds} onChange={store.choose} />
                  {list.can.mark ? (
                    <ActionButton
                      kind="quiet"
                      icon="qr"
                      text={texts.code}
                      onPress={() => device.navigation.to(attendanceRoutes.code.to({ communityId, id }))}
                    />
                  ) : null}
                </View>
                <Rows store={store} list={list} />
                {list.can.mark ? <DayPart store={store} list={list} /> : null}
              </>
            );
          },
        })}
      </View>
      <ConfirmSheet
        isOpen={isAskingAll}
        title={texts.allAsk(open.length, kind)}
        hint={texts.allHint}
        confirm={texts.all(open.length, kind)}
        onConfirm={all}
        onClose={() => setIsAskingAll(false)}
      />
    </Screen>
  );
}

export default observer(List);
