import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { FiguresOfRequests, RequestFigureFormat, RequestFigures } from '../../../contract/request-cases';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { FailureNotice } from '../../ui/failure-notice';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { MonthStepper } from '../../ui/month-stepper';
import { Panes } from '../../ui/panes';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { requestIcons } from '../request-text';
import { requestRoutes } from '../routes';
import { FiguresStore } from './figures-store';
import './figures.scss';
import { figureTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '诉求统计' });

const shown = [
  'received',
  'answered',
  'inTime',
  'late',
  'open',
  'reopened',
  'returned',
  'withdrawn',
  'lapsed',
] as const;

/** Each figure below its name; none is made of others. */
function Figures({ of }: { of: FiguresOfRequests }) {
  const stars = of.averageStars === null ? texts.noStars : texts.starsOf(of.averageStars, of.rated);
  return (
    <>
      <View className="request-figures">
        {shown.map((name) => (
          <View key={name} className="request-figures__one">
            <View className="request-figures__name">{texts[name]}</View>
            <View
              className={`request-figures__value ${name === 'late' && of.late > 0 ? 'request-figures__value--late' : ''}`}
            >
              {of[name]}
            </View>
          </View>
        ))}
      </View>
      <View className="request-figures__stars">
        <Icon name="star" />
        <View>{`${texts.stars}：${stars}`}</View>
      </View>
    </>
  );
}

type Row = RequestFigures['rows'][number];

function CategoryCard({ row }: { row: Row }) {
  return (
    <View className="card request-figures__card">
      <View className="request-figures__title">
        <Icon name={row.category ? requestIcons[row.category.icon] : 'lock'} />
        <Heading level={2}>{row.category?.name ?? texts.confidential}</Heading>
      </View>
      <Figures of={row} />
    </View>
  );
}

const Total = observer(({ store, total }: { store: FiguresStore; total: FiguresOfRequests }) => {
  const { device } = useRootStore();
  const take = async (format: RequestFigureFormat) => {
    const isTaken = await store.export(format);
    if (isTaken !== null) device.feedback.toast(isTaken ? texts.downloaded : texts.cannotDownload);
  };
  return (
    <View className="card request-figures__card">
      <Heading level={2}>{texts.total}</Heading>
      <Figures of={total} />
      {store.monthly.isRunning ? <View className="hint">{texts.running}</View> : null}
      <View className="hint">{texts.hint}</View>
      <FailureNotice working={store.working} />
      <ActionButton
        kind="primary"
        icon="download"
        text={texts.xlsx}
        isWorking={store.working.isWorking}
        onPress={() => void take('xlsx')}
      />
      <ActionButton kind="quiet" text={texts.csv} onPress={() => void take('csv')} />
    </View>
  );
});

function FiguresPage() {
  const root = useRootStore();
  const { communityId = '' } = requestRoutes.figures.parse(useRouter().params);
  const [store] = useState(() => new FiguresStore(root, communityId));
  const { monthly } = store;
  useDidShow(() => void monthly.load());
  const { data } = monthly.figures;
  const isEmpty = data?.rows.length === 0;
  const side = (
    <>
      <MonthStepper
        month={monthly.month}
        isLast={monthly.isRunning}
        onStep={(months) => void monthly.go(months)}
      />
      {data && !isEmpty ? <Total store={store} total={data.total} /> : null}
    </>
  );
  const main = remoteView({
    remote: monthly.figures,
    onRetry: () => void monthly.load(),
    isOnline: root.settings.isOnline,
    loading: <LoadingRows count={4} />,
    children: ({ rows }) =>
      isEmpty ? (
        <Still icon="board" title={texts.empty} hint={texts.emptyHint} />
      ) : (
        <View className="request-figures__all">
          {rows.map((row) => (
            <CategoryCard key={row.category?.id ?? ''} row={row} />
          ))}
        </View>
      ),
  });
  return (
    <Screen title={texts.title} isWide>
      <Panes side={side} main={main} />
    </Screen>
  );
}

export default observer(FiguresPage);
