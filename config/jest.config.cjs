const { resolve } = require('node:path');
const pages = require('./jest/pages.cjs');

const rootDir = resolve(__dirname, '..');
const testPathIgnorePatterns = ['/node_modules/', '/dist/'];

/**
 * Projects that run in Node alone use jest-light-runner: no VM between the tests and Node, so that PGlite's dynamic
 * imports and ESM-only packages load as they do in production. TypeScript through tsx (NODE_OPTIONS="--import tsx").
 * No `jest` object there: the cloud is tested as it is, without mocks.
 */
const inNode = (displayName, testMatch) => ({
  displayName,
  testMatch: [testMatch],
  rootDir,
  testPathIgnorePatterns,
  runner: 'jest-light-runner/child-process',
  testEnvironment: 'node',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
});

module.exports = {
  projects: [
    inNode('unit', '<rootDir>/src/**/*.test.ts'),
    inNode('cloud', '<rootDir>/tests/{cloud,races}/**/*.test.ts'),
    { ...pages, rootDir, testPathIgnorePatterns },
    inNode('weapp', '<rootDir>/tests/weapp/**/*.test.ts'),
    inNode('web', '<rootDir>/tests/web/**/*.test.ts'),
  ],
};
