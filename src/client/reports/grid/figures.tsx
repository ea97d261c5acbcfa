import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { GridFigures } from '../../../contract/report-checks';
import { useRootStore } from '../../root-store';
import { MonthStepper } from '../../ui/month-stepper';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { reportRoutes } from '../routes';
import './figures.scss';
import { figuresOf } from './figures-store';
import { isNotGrid, NotGrid } from './not-grid';
import { figuresTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '我的网格数' });

const names = ['reported', 'resolved', 'verified', 'foundUnmended'] as const;

function Numbers({ figures, isRunning }: { figures: GridFigures; isRunning: boolean }) {
  if (names.every((name) => figures[name] === 0))
    return <Still icon="list" title={texts.empty} hint={texts.emptyHint} />;
  return (
    <View className="card grid-figures__card">
      <View className="grid-figures__all">
        {names.map((name) => (
          <View key={name} className="grid-figures__one">
            <View className="grid-figures__value">{texts.pieces(figures[name])}</View>
            <View className="hint">{texts[name]}</View>
          </View>
        ))}
      </View>
      <View className="hint">{isRunning ? texts.running : texts.thanks}</View>
    </View>
  );
}

const Figures = observer(() => {
  const root = useRootStore();
  const { communityId = '' } = reportRoutes.gridFigures.parse(useRouter().params);
  const [store] = useState(() => figuresOf(root, communityId));
  useDidShow(() => void store.load());
  if (isNotGrid(store.figures)) return <NotGrid failure={store.figures.failure} />;
  return (
    <View className="grid-figures">
      <MonthStepper month={store.month} isLast={store.isRunning} onStep={(months) => void store.go(months)} />
      {remoteView({
        remote: store.figures,
        onRetry: () => void store.load(),
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={2} />,
        children: (figures) => <Numbers figures={figures} isRunning={store.isRunning} />,
      })}
    </View>
  );
});

function GridFiguresPage() {
  const { sessions } = useRootStore();
  if (!sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  return (
    <Screen title={texts.title}>
      <Figures />
    </Screen>
  );
}

export default observer(GridFiguresPage);
