import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './panes.scss';

interface PanesProps {
  side: ReactNode;
  main: ReactNode;
}

/** Two parts of a desk: one below the other on a phone, side by side where there is room. */
export function Panes({ side, main }: PanesProps) {
  return (
    <View className="panes">
      <View className="panes__side">{side}</View>
      {main ? <View className="panes__main">{main}</View> : null}
    </View>
  );
}
