import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { semantics } from './semantics';

interface HeadingProps {
  children: ReactNode;
  level: 1 | 2 | 3;
  className?: string;
}

export function Heading({ children, level, className = '' }: HeadingProps) {
  return (
    <View
      className={`heading heading--${level} ${className}`}
      {...semantics({ role: 'heading', 'aria-level': level })}
    >
      {children}
    </View>
  );
}
