const { createTransformer } = require('babel-jest').default;
const loadApi = require('@tarojs/plugin-framework-react/dist/api-loader.js');
const { plugins } = require('../../babel.config.js');

const targets = { node: 'current' };
const babel = createTransformer({
  configFile: false,
  babelrc: false,
  presets: [
    // `hot` would want React Refresh's globals.
    ['taro', { framework: 'react', ts: true, hot: false, targets }],
    ['@babel/preset-env', { modules: 'commonjs', targets }],
  ],
  plugins,
});

/** As Taro's webpack does for the web: its API object is put together by a loader. */
const isApi = (file) => /jest[\\/]runtime[\\/]taro-h5\.js$/.test(file);

module.exports = {
  ...babel,
  process: (source, file, options) => babel.process(isApi(file) ? loadApi(source) : source, file, options),
};
