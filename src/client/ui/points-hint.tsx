import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect } from 'react';
import { useRootStore } from '../root-store';
import { balanceTexts as texts } from './texts';

/** What one has beside what something costs; nothing while that is not known. The cloud has the last word. */
export const PointsHint = observer(({ price }: { price: number }) => {
  const { points, sessions } = useRootStore();
  const { isSignedIn } = sessions;
  useEffect(() => {
    if (isSignedIn) void points.loadMine();
  }, [isSignedIn, points]);
  const balance = points.balance.data;
  if (balance === null) return null;
  return (
    <View className="hint">
      {balance < price ? texts.missing(balance, price - balance) : texts.enough(balance)}
    </View>
  );
});
