import { connectReactPage, createReactApp } from '@tarojs/plugin-framework-react/dist/runtime';
import { Current, safeExecute } from '@tarojs/runtime';
import TestUtils from '@tarojs/test-utils-react';
import React, { type ComponentType } from 'react';
import ReactDOM from 'react-dom/client';
import { RootStoreProvider, type RootStore } from '../../src/client/root-store';

// Gives Taro's hooks their React, as its app does.
createReactApp(() => null, React, ReactDOM, {});

/** Queries, events and `act` of Taro's test-utils. */
const taro = new TestUtils();

export interface OpenPage {
  /** Comes back to it from another page. */
  show(): Promise<void>;
  close(): void;
}

let opened = 0;

/** A page as Taro's router opens it: with its parameters and a root store, loaded and shown. */
export async function openPage(
  Page: ComponentType,
  root: RootStore,
  params: Record<string, string> = {},
): Promise<OpenPage> {
  opened += 1;
  const id = `page-${opened}`;
  Current.router = { params, path: id, $taroPath: id, onReady: '', onHide: '', onShow: '' };
  const Connected = connectReactPage(React, id)(Page);
  const happen = async (...lifecycles: string[]): Promise<void> => {
    await taro.act(async () => {
      for (const lifecycle of lifecycles) safeExecute(id, lifecycle, params);
      await Promise.resolve();
    });
  };
  await taro.mount(() => (
    <RootStoreProvider value={root}>
      <Connected tid={id} />
    </RootStoreProvider>
  ));
  await happen('onLoad', 'onShow', 'onReady');
  return {
    show: () => happen('onShow'),
    close() {
      taro.unmout();
    },
  };
}
