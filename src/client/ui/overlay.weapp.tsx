import { View } from '@tarojs/components';
import type { ReactElement, ReactNode } from 'react';

/**
 * The mini-program's own bars make room by themselves. The element stays when nothing is laid over: were it to go, all its
 * neighbours, that is the page, would be sent to the view again.
 */
export function Overlay({ children }: { children: ReactNode }): ReactElement {
  return <View>{children}</View>;
}
