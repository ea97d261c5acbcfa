import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { durationText, type ServedRecord } from '../../../contract/service-records';
import { useRootStore } from '../../root-store';
import { dateText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { GradeSheet } from '../grade-sheet';
import { gradeTexts } from '../grade-text';
import { serviceRoutes } from '../routes';
import { gradeNames, serviceKindNames } from '../service-text';
import { GradesStore } from './grades-store';
import { gradesTexts as texts } from './texts';
import './grades.scss';

definePageConfig({ navigationBarTitleText: '评价志愿者' });

const Volunteer = observer(({ record, onGrade }: { record: ServedRecord; onGrade: () => void }) => {
  const { volunteer, minutes, isByPlan, grade, gradeWords, correction, can } = record;
  const name = volunteer?.nickname ?? gradeTexts.gone;
  const isAsking = correction?.state === 'asked';
  return (
    <View className="grades-row">
      <View className="grades-row__words">
        <View className="grades-row__name">{name}</View>
        <View className="hint">
          {[durationText(minutes), ...(isByPlan ? [gradeTexts.byPlan] : [])].join(' · ')}
        </View>
        {grade || isAsking ? (
          <View className="grades-row__tags">
            {grade ? <Tag text={gradeNames[grade]} tone="good" /> : null}
            {isAsking ? (
              <Tag text={texts.wantsMore(durationText(correction.proposedMinutes))} tone="accent" />
            ) : null}
          </View>
        ) : null}
        {gradeWords ? <View className="grades-row__said">{gradeWords}</View> : null}
        {volunteer && !can.grade ? <View className="hint">{texts.own}</View> : null}
      </View>
      {can.grade ? (
        <Pressable
          className={`grades-row__action ${grade ? '' : 'grades-row__action--open'}`}
          label={texts.gradeOf(name, grade !== null)}
          onPress={onGrade}
        >
          {grade ? gradeTexts.regrade : gradeTexts.grade}
        </Pressable>
      ) : null}
    </View>
  );
});

function Head({ records, first }: { records: readonly ServedRecord[]; first: ServedRecord }) {
  const graded = records.filter(({ grade }) => grade !== null).length;
  return (
    <View className="grades__head">
      <Heading level={2}>{first.content}</Heading>
      <View className="hint">{`${dateText(first.servedOn)} · ${serviceKindNames[first.kind]}`}</View>
      <View className="grades__count">
        {graded === records.length ? texts.everyone : texts.total(records.length, graded)}
      </View>
    </View>
  );
}

const Volunteers = observer(({ store, communityId }: { store: GradesStore; communityId: string }) => {
  const { device } = useRootStore();
  const [openId, setOpenId] = useState<string | null>(null);
  const records = store.records.data ?? [];
  const [first] = records;
  if (!first) return <Still icon="people" title={texts.empty} hint={texts.emptyHint} />;
  const open = records.find(({ id }) => id === openId);
  const asked = records.filter(({ correction }) => correction?.state === 'asked').length;
  const show = (id: string) => {
    store.working.forget();
    setOpenId(id);
  };
  return (
    <>
      <Head records={records} first={first} />
      <View className="card grades__rows">
        {records.map((record) => (
          <Volunteer key={record.id} record={record} onGrade={() => show(record.id)} />
        ))}
      </View>
      <View className="card link-rows">
        <LinkRow
          icon="clock"
          text={texts.corrections}
          hint={texts.correctionsHint(asked)}
          onPress={() => device.navigation.to(serviceRoutes.corrections.to({ communityId }))}
        />
      </View>
      {open ? (
        <GradeSheet
          key={open.id}
          record={open}
          working={store.working}
          onSave={(grade, words) => store.grade(open, grade, words)}
          onClose={() => setOpenId(null)}
        />
      ) : null}
    </>
  );
});

function Grades() {
  const root = useRootStore();
  const { communityId = '', id = '' } = serviceRoutes.grades.parse(useRouter().params);
  const [store] = useState(() => new GradesStore(root, { communityId, activityId: id }));
  const load = () => void store.load();
  useDidShow(load);
  if (!root.sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  return (
    <Screen title={texts.title}>
      <View className="grades">
        {remoteView({
          remote: store.records,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={4} />,
          children: () => <Volunteers store={store} communityId={communityId} />,
        })}
      </View>
    </Screen>
  );
}

export default observer(Grades);
