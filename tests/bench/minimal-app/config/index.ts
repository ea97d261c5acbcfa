import { defineConfig } from '@tarojs/cli';

export default defineConfig({
  projectName: 'minimal',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: 'dist',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  h5: { publicPath: '/', router: { mode: 'hash' } },
});
