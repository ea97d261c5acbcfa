/** Taro ships this file without types. */
declare module '@tarojs/plugin-framework-react/dist/runtime' {
  import type React from 'react';
  import type ReactDOM from 'react-dom/client';

  export function createReactApp(
    app: () => null,
    react: typeof React,
    dom: typeof ReactDOM,
    config: Record<string, unknown>,
  ): unknown;
  export function connectReactPage(
    react: typeof React,
    id: string,
  ): (page: React.ComponentType) => React.ComponentType<{ tid: string }>;
}
