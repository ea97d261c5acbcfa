import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { FiguresOfReports, ReportFigures } from '../../../contract/report-figures';
import { reportCategoryTexts } from '../../reports/report-text';
import { useRootStore } from '../../root-store';
import { Heading } from '../../ui/heading';
import { MonthStepper } from '../../ui/month-stepper';
import { Panes } from '../../ui/panes';
import { Screen } from '../../ui/screen';
import { semantics } from '../../ui/semantics';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { reportFiguresRoutes } from '../routes';
import { figuresOf } from './figures-store';
import { figuresTexts as texts } from './texts';
import './figures.scss';

definePageConfig({ navigationBarTitleText: '随手拍公开' });

const outcomes = [
  'fixed',
  'unconfirmed',
  'awaiting',
  'closedNotFixed',
  'notOurRemit',
  'duplicates',
  'withdrawn',
] as const;

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <View className="report-figure">
      <View className="report-figure__value">{value}</View>
      <View className="hint">{name}</View>
    </View>
  );
}

function Summary({ figures, isRunning }: { figures: ReportFigures; isRunning: boolean }) {
  const { total, open } = figures;
  return (
    <View className="card report-figures__part">
      <View className="report-figures__pair">
        <Figure name={texts.received} value={texts.pieces(total.received)} />
        {isRunning ? <Figure name={texts.open} value={texts.pieces(open)} /> : null}
      </View>
      <View>
        <View className="hint">{texts.median}</View>
        <View className="report-figures__median">
          {total.medianHours === null ? texts.noMedian : texts.hours(total.medianHours)}
        </View>
      </View>
      {isRunning ? <View className="hint">{texts.running}</View> : null}
    </View>
  );
}

/** Each with its share of those that came to an end, as a bar; the figure stands beside it. */
function Outcomes({ total }: { total: FiguresOfReports }) {
  const all = outcomes.reduce((sum, name) => sum + total[name], 0);
  return (
    <View className="card report-figures__part">
      <Heading level={2}>{texts.outcomes}</Heading>
      {all === 0 ? <View className="hint">{texts.noOutcome}</View> : null}
      {(all === 0 ? [] : outcomes).map((name) => (
        <View key={name} className="report-outcome">
          <View className="report-outcome__top">
            <View>{texts[name]}</View>
            <View className="report-outcome__count">{texts.pieces(total[name])}</View>
          </View>
          <View className="report-outcome__track" {...semantics({ 'aria-hidden': true })}>
            <View
              className={`report-outcome__bar report-outcome__bar--${name}`}
              style={{ width: `${Math.round((total[name] / all) * 100)}%` }}
            />
          </View>
        </View>
      ))}
    </View>
  );
}

function Categories({ categories }: Pick<ReportFigures, 'categories'>) {
  const done = (row: FiguresOfReports) => row.fixed + row.unconfirmed + row.awaiting;
  const shown = categories.filter((row) => row.received > 0 || done(row) > 0);
  return (
    <View className="card report-figures__part">
      <Heading level={2}>{texts.categories}</Heading>
      {shown.map((row) => (
        <View key={row.category} className="report-outcome__top">
          <View>{reportCategoryTexts[row.category]}</View>
          <View className="hint">{texts.inCategory(row.received, done(row))}</View>
        </View>
      ))}
    </View>
  );
}

const isEmpty = ({ total, open }: ReportFigures) =>
  total.received === 0 && open === 0 && outcomes.every((name) => total[name] === 0);

function FiguresPage() {
  const root = useRootStore();
  const { communityId = '' } = reportFiguresRoutes.figures.parse(useRouter().params);
  const [store] = useState(() => figuresOf(root, communityId));
  useDidShow(() => void store.load());
  const figures = store.figures.data;
  const side = (
    <>
      <View>{texts.lead}</View>
      <MonthStepper month={store.month} isLast={store.isRunning} onStep={(months) => void store.go(months)} />
      {figures && !isEmpty(figures) ? <Summary figures={figures} isRunning={store.isRunning} /> : null}
      <View className="hint">{texts.method}</View>
    </>
  );
  const main = remoteView({
    remote: store.figures,
    onRetry: () => void store.load(),
    isOnline: root.settings.isOnline,
    loading: <LoadingRows count={4} />,
    children: (shown) =>
      isEmpty(shown) ? (
        <Still icon="list" title={texts.empty} hint={texts.emptyHint} />
      ) : (
        <View className="report-figures">
          <Outcomes total={shown.total} />
          <Categories categories={shown.categories} />
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
