import { useState, type PropsWithChildren } from 'react';
import { configure } from 'mobx';
import { keepOfflineShell } from './platform/offline-shell';
import { platform } from './platform/platform';
import { RootStore, RootStoreProvider } from './root-store';
import './app.scss';

configure({ enforceActions: 'always' });

function startedRoot(): RootStore {
  const root = new RootStore(platform);
  root.start();
  keepOfflineShell();
  return root;
}

/** Runs again at every page mount; the stores are made once. */
export default function App({ children }: PropsWithChildren) {
  const [root] = useState(startedRoot);
  return <RootStoreProvider value={root}>{children}</RootStoreProvider>;
}
