import { connectReactPage, createReactApp } from '@tarojs/plugin-framework-react/dist/runtime';
import { Current, safeExecute } from '@tarojs/runtime';
import TestUtils from '@tarojs/test-utils-react';
import React, { type ComponentType } from 'react';
import ReactDOM from 'react-dom/client';
import { RootStoreProvider, type RootStore } from '../../src/client/root-store';

// Gives Taro's hooks their React, as its app does.
createReactApp(() => null, React, ReactDOM, {});

/** Taro's fields as its web components have them. */
interface Field extends HTMLElement {
  inputRef?: HTMLElement;
  textareaRef?: HTMLElement;
  watchValue(value: string): void;
}

// A value that comes before a field is drawn is in its first drawing, but Taro's watcher looks for what is not there
// yet, and Stencil prints the whole page with the error.
for (const name of ['taro-input-core', 'taro-textarea-core'])
  void customElements.whenDefined(name).then(({ prototype }: { prototype: Field }) => {
    const watch = prototype.watchValue;
    prototype.watchValue = function (this: Field, value) {
      if (this.inputRef ?? this.textareaRef) watch.call(this, value);
    };
  });

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
