// Before anything of Taro is required: without it the runtime takes the mini-program's DOM.
process.env.TARO_PLATFORM = 'web';
const { default: defineJestConfig } = require('@tarojs/test-utils-react/dist/jest.js');

const here = __dirname;
const toTransform = [
  '@noble',
  '@nutui',
  '@tarojs',
  '@stencil',
  'swiper',
  'ssr-window',
  'dom7',
  'lodash-es',
  'history',
  'query-string',
  'decode-uri-component',
  'split-on-first',
  'filter-obj',
  'typebox',
];

const testUtils = defineJestConfig({
  globals: { API_URL: '' },
  moduleNameMapper: {
    '^react-dom/test-utils$': `${here}/act.cjs`,
    '@tarojs/router$': `${here}/router.cjs`,
    '@tarojs/components/dist/components$': `${here}/components.cjs`,
    '\\.(css|scss|svg|png|jpg)$': `${here}/style.cjs`,
  },
});

/** Pages as on H5, in jsdom, by Taro's own test-utils. */
module.exports = {
  displayName: 'pages',
  testEnvironment: `${here}/environment.cjs`,
  globalSetup: `${here}/cloud.cjs`,
  globalTeardown: `${here}/cloud-end.cjs`,
  testEnvironmentOptions: testUtils.testEnvironmentOptions,
  setupFiles: testUtils.setupFiles,
  setupFilesAfterEnv: [`${here}/patience.cjs`],
  globals: testUtils.globals,
  moduleNameMapper: testUtils.moduleNameMapper,
  testMatch: ['<rootDir>/tests/pages/**/*.test.tsx'],
  transform: { '^.+\\.(mjs|js|jsx|ts|tsx)$': `${here}/transform.cjs` },
  // Anchored, so that Taro's own nested node_modules are transformed and Jest itself is not.
  transformIgnorePatterns: [`<rootDir>/node_modules/(?!(${toTransform.join('|')})/)`],
  // A platform's variant first, as Taro's resolver has it.
  moduleFileExtensions: ['h5.ts', 'h5.tsx', 'ts', 'tsx', 'js', 'mjs', 'jsx', 'json'],
};
