import { observer } from 'mobx-react';
import type { ReactElement, ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useRootStore } from '../root-store';
import { textSizeClass } from './text-size';

/** Every page of the web is a layer of its own, below the bar of tabs: what covers both stands beside them. */
export const Overlay = observer(({ children }: { children: ReactNode }): ReactElement | null => {
  const { settings } = useRootStore();
  if (!children) return null;
  return createPortal(<div className={textSizeClass(settings.textSize)}>{children}</div>, document.body);
});
