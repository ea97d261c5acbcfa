import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { durationText, type ServiceRecord, type ServiceSummary } from '../../../contract/service-records';
import { certificateRoutes } from '../../certificates/routes';
import { useRootStore } from '../../root-store';
import { Chips } from '../../ui/chips';
import { dateText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { ListEnd } from '../../ui/list-end';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { serviceRoutes } from '../routes';
import { correctionNames, correctionTones, gradeNames, honourNames, serviceKindNames } from '../service-text';
import { MyServiceStore } from './mine-store';
import { ProfileCard } from './profile-card';
import { mineTexts as texts } from './texts';
import './mine.scss';

definePageConfig({ navigationBarTitleText: '我的志愿服务' });

interface StoreProps {
  store: MyServiceStore;
}

function Total({ summary }: { summary: ServiceSummary }) {
  const { total, years, kinds } = summary;
  const [latest] = years;
  return (
    <View className="service-plate">
      <View className="service-plate__frame">
        <View className="service-plate__small">{texts.thanks}</View>
        <View className="service-plate__number">{durationText(total.minutes)}</View>
        <View className="service-plate__small">
          {[
            texts.times(total.times),
            ...(latest ? [`${texts.yearOf(latest.year)} ${durationText(latest.minutes)}`] : []),
          ].join(' · ')}
        </View>
        {kinds.length > 0 ? (
          <View className="service-plate__kinds">
            {kinds.map(({ kind, minutes }) => (
              <View key={kind} className="service-plate__kind">
                <View>{serviceKindNames[kind]}</View>
                <View className="service-plate__value">{durationText(minutes)}</View>
              </View>
            ))}
          </View>
        ) : null}
      </View>
    </View>
  );
}

const RecordRow = observer(({ record }: { record: ServiceRecord }) => {
  const { device } = useRootStore();
  const { id, content, kind, servedOn, minutes, grade, correction } = record;
  return (
    <Pressable
      className="service-row"
      role="link"
      onPress={() => device.navigation.to(serviceRoutes.correction.to({ id }))}
    >
      <View className="service-row__head">
        <View className="service-row__title">{content}</View>
        <View className="service-row__time">{durationText(minutes)}</View>
      </View>
      <View className="hint">{`${dateText(servedOn)} · ${serviceKindNames[kind]}`}</View>
      {grade || correction ? (
        <View className="service-row__tags">
          {grade ? <Tag text={gradeNames[grade]} tone="good" /> : null}
          {correction ? (
            <Tag text={correctionNames[correction.state]} tone={correctionTones[correction.state]} />
          ) : null}
        </View>
      ) : null}
    </Pressable>
  );
});

const Records = observer(({ store }: StoreProps) => {
  const { settings } = useRootStore();
  const { records, summary, year } = store;
  const years = summary.data?.years ?? [];
  return (
    <View className="my-service__part">
      <Heading level={2}>{texts.records}</Heading>
      {years.length > 1 ? (
        <Chips
          label={texts.years}
          value={String(year ?? 'all')}
          isScrolling
          options={[
            { value: 'all', text: texts.all },
            ...years.map((one) => ({ value: String(one.year), text: texts.yearOf(one.year) })),
          ]}
          onChange={(chosen) => void store.setYear(chosen === 'all' ? null : Number(chosen))}
        />
      ) : null}
      {remoteView({
        remote: records.rows,
        onRetry: () => void store.load(),
        isOnline: settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: (rows) =>
          rows.length === 0 ? (
            <Still icon="people" title={texts.empty} hint={texts.emptyHint} />
          ) : (
            <>
              <View className="card service-rows">
                {rows.map((record) => (
                  <RecordRow key={record.id} record={record} />
                ))}
              </View>
              <ListEnd
                hasMore={records.hasMore}
                isLoadingMore={records.isLoadingMore}
                moreFailure={records.moreFailure}
                count={rows.length}
                onMore={() => void records.loadMore()}
              />
            </>
          ),
      })}
    </View>
  );
});

function Honours({ honours }: Pick<ServiceSummary, 'honours'>) {
  if (honours.length === 0) return null;
  return (
    <View className="card my-service__part">
      <Heading level={2}>{texts.honours}</Heading>
      {honours.map(({ id, kind, title, givenBy, givenOn, minutes }) => (
        <View key={id} className="service-honour">
          <Tag text={honourNames[kind]} tone={kind === 'commendation' ? 'accent' : 'plain'} />
          <View className="service-honour__words">
            <View>{title}</View>
            <View className="hint">
              {[givenBy, dateText(givenOn), ...(minutes === null ? [] : [durationText(minutes)])].join(' · ')}
            </View>
          </View>
        </View>
      ))}
    </View>
  );
}

function MyService() {
  const root = useRootStore();
  const [store] = useState(() => new MyServiceStore(root));
  const load = () => void store.load();
  useDidShow(load);
  useReachBottom(() => void store.records.loadMore());
  if (!root.sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  return (
    <Screen title={texts.title}>
      <View className="my-service">
        {remoteView({
          remote: store.summary,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={2} />,
          children: (summary) => (
            <>
              <Total summary={summary} />
              <View className="card link-rows">
                <LinkRow
                  icon="badge"
                  text={texts.certificate}
                  hint={texts.certificateHint}
                  onPress={() => root.device.navigation.to(certificateRoutes.mine.to())}
                />
              </View>
              <Records store={store} />
              <Honours honours={summary.honours} />
              <ProfileCard store={store} summary={summary} />
              <View className="hint">{texts.points}</View>
            </>
          ),
        })}
      </View>
    </Screen>
  );
}

export default observer(MyService);
