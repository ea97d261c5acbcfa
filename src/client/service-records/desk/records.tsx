import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { durationText, type ServedRecord } from '../../../contract/service-records';
import { certificateRoutes } from '../../certificates/routes';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { dateText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { ListEnd } from '../../ui/list-end';
import { MonthStepper } from '../../ui/month-stepper';
import { Panes } from '../../ui/panes';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { GradeSheet } from '../grade-sheet';
import { gradeTexts } from '../grade-text';
import { serviceRoutes } from '../routes';
import { gradeNames, serviceKindNames } from '../service-text';
import { RecordsStore } from './records-store';
import { recordsTexts as texts } from './texts';
import './desk.scss';

definePageConfig({ navigationBarTitleText: '志愿服务记录' });

interface CardProps {
  record: ServedRecord;
  onGrade: (record: ServedRecord) => void;
  onVolunteer: (personId: string) => void;
}

const RecordCard = observer(({ record, onGrade, onVolunteer }: CardProps) => {
  const { volunteer, content, kind, servedOn, minutes, grade, gradeWords, recorder, isByPlan, can } = record;
  const facts = [serviceKindNames[kind], ...(recorder ? [texts.led(recorder)] : [])];
  return (
    <View className="card service-desk__card">
      <View className="service-desk__top">
        <View className="service-desk__words">
          <Heading level={2}>{volunteer ? volunteer.nickname : gradeTexts.gone}</Heading>
          {volunteer ? <View className="hint">{volunteer.number}</View> : null}
        </View>
        <View className="service-desk__time">{durationText(minutes)}</View>
      </View>
      <View>{`${dateText(servedOn)} · ${content}`}</View>
      <View className="hint">{[...facts, ...(isByPlan ? [gradeTexts.byPlan] : [])].join(' · ')}</View>
      {grade ? (
        <View className="service-desk__graded">
          <Tag text={gradeNames[grade]} tone="good" />
          {gradeWords ? <View className="service-desk__words">{gradeWords}</View> : null}
        </View>
      ) : null}
      <View className="service-desk__actions">
        {can.grade ? (
          <ActionButton
            text={grade ? gradeTexts.regrade : gradeTexts.grade}
            onPress={() => onGrade(record)}
          />
        ) : null}
        {volunteer ? (
          <ActionButton text={texts.volunteer} onPress={() => onVolunteer(volunteer.personId)} />
        ) : null}
      </View>
    </View>
  );
});

function Links({ communityId }: { communityId: string }) {
  const { device } = useRootStore();
  const go = (url: string) => device.navigation.to(url);
  return (
    <View className="card link-rows">
      <LinkRow
        icon="clock"
        text={texts.corrections}
        hint={texts.correctionsHint}
        onPress={() => go(serviceRoutes.corrections.to({ communityId }))}
      />
      <LinkRow
        icon="badge"
        text={texts.certificates}
        hint={texts.certificatesHint}
        onPress={() => go(certificateRoutes.manage.to({ communityId }))}
      />
      <LinkRow
        icon="download"
        text={texts.export}
        hint={texts.exportHint}
        onPress={() => go(serviceRoutes.export.to({ communityId }))}
      />
    </View>
  );
}

const List = observer(({ store, communityId }: { store: RecordsStore; communityId: string }) => {
  const { settings, device } = useRootStore();
  const [grading, setGrading] = useState<ServedRecord | null>(null);
  const { rows } = store;
  const toVolunteer = (personId: string) =>
    device.navigation.to(serviceRoutes.volunteer.to({ communityId, personId }));
  return (
    <>
      {remoteView({
        remote: rows.rows,
        onRetry: () => void store.load(),
        isOnline: settings.isOnline,
        loading: <LoadingRows count={4} />,
        children: (list) =>
          list.length === 0 ? (
            <Still icon="people" title={texts.empty} hint={texts.emptyHint} />
          ) : (
            <View className="service-desk">
              {list.map((record) => (
                <RecordCard key={record.id} record={record} onGrade={setGrading} onVolunteer={toVolunteer} />
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
      {grading ? (
        <GradeSheet
          record={grading}
          working={store.working}
          onSave={(grade, words) => store.grade(grading, grade, words)}
          onClose={() => setGrading(null)}
        />
      ) : null}
    </>
  );
});

function ServiceRecords() {
  const root = useRootStore();
  const { communityId = '' } = serviceRoutes.records.parse(useRouter().params);
  const [store] = useState(() => new RecordsStore(root, communityId));
  useDidShow(() => void store.load());
  useReachBottom(() => void store.rows.loadMore());
  const side = (
    <>
      <MonthStepper month={store.month} isLast={store.isRunning} onStep={(months) => void store.go(months)} />
      {store.total ? (
        <View className="card service-desk__card">
          <Heading level={2}>{texts.totalOf(durationText(store.total.minutes), store.total.times)}</Heading>
        </View>
      ) : null}
      <Links communityId={communityId} />
    </>
  );
  return (
    <Screen title={texts.title} isWide>
      <Panes side={side} main={<List store={store} communityId={communityId} />} />
    </Screen>
  );
}

export default observer(ServiceRecords);
