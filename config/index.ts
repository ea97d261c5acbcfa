import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { PageFiles } from './page-files';

const isH5 = process.env.TARO_ENV === 'h5';
const client = path.resolve(__dirname, '../src/client');
const contract = path.resolve(__dirname, '../src/contract');
const cloudUrl = process.env.CLOUD_URL ?? 'http://127.0.0.1:3000';

/** The mini-program needs a whole address; the web app is served by the cloud itself. */
const apiUrl = isH5 ? '' : (process.env.API_URL ?? 'http://127.0.0.1:3000');

export default defineConfig({
  projectName: 'nuanxin',
  date: '2026-11-23',
  sourceRoot: 'src/client',
  outputRoot: process.env.OUTPUT_ROOT ?? (isH5 ? 'dist/h5' : 'dist/weapp'),
  framework: 'react',
  // A build with errors exits with 1.
  compiler: { type: 'webpack5', prebundle: { enable: false }, errorLevel: 1 },
  // A warm cache does not see changes of app.config.
  cache: { enable: false },
  plugins: ['@tarojs/plugin-html'],
  // NutUI is drawn for 375; one px of ours is one px of a phone that wide.
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  defineConstants: { API_URL: JSON.stringify(apiUrl) },
  mini: {
    compile: { include: [contract] },
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform: { enable: true, config: {} } },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    // Plain DOM. `false` takes Taro's web components instead: 8 KB more, shadow roots for some.
    useHtmlComponents: true,
    compile: { include: [contract] },
    // Their styles go through PostCSS like ours, so that all sizes are of one kind.
    esnextModules: ['nutui-react-taro', 'icons-react-taro'],
    enableSourceMap: false,
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
      assetModuleFilename: 'static/[name].[contenthash:8][ext]',
    },
    imageUrlLoaderOption: { name: 'static/images/[name].[contenthash:8][ext]' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      // 16px is 1rem and the root keeps the reader's own size: the same type on a phone and on a desk,
      // and no inline script, which the content security policy would refuse.
      pxtransform: { enable: true, config: { baseFontSize: 16 } },
    },
    webpackChain(chain) {
      // The router asks there for its bar of tabs, and for nothing else.
      chain.resolve.alias.set(
        '@tarojs/components/dist/components$',
        path.join(client, 'platform/web-frame.h5.ts'),
      );
      // What several pages need is loaded once.
      chain.optimization.splitChunks({ chunks: 'all', minSize: 10_000 });
      chain.performance.hints(false);
      chain.plugin('pageFiles').use(PageFiles, [client, '../h5-pages.json']);
    },
    devServer: {
      port: Number(process.env.DEV_PORT ?? 10086),
      host: '127.0.0.1',
      open: false,
      client: { overlay: { errors: true, warnings: false } },
      proxy: { '/api': { target: cloudUrl }, '/q': { target: cloudUrl } },
    },
  },
});
