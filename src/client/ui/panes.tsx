import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { semantics } from './semantics';
import './panes.scss';

interface PanesProps {
  side: ReactNode;
  main: ReactNode;
}

/** So that the arrow keys scroll a part that holds nothing to press. */
const reachable = semantics({ tabIndex: 0 });

/** Two parts of a desk: one below the other on a phone, side by side where there is room. */
export function Panes({ side, main }: PanesProps) {
  return (
    <View className="panes">
      <View className="panes__side" {...reachable}>
        {side}
      </View>
      {main ? (
        <View className="panes__main" {...reachable}>
          {main}
        </View>
      ) : null}
    </View>
  );
}
