import type { ReactElement, ReactNode } from 'react';

/** The mini-program's own bars make room by themselves. */
export function Overlay({ children }: { children: ReactNode }): ReactElement {
  return <>{children}</>;
}
