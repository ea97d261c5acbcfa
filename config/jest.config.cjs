/**
 * Projects that run in Node alone use jest-light-runner: no VM between the tests and Node, so that PGlite's dynamic
 * imports and ESM-only packages load as they do in production. TypeScript through tsx (NODE_OPTIONS="--import tsx").
 * No `jest` object there: the cloud is tested as it is, without mocks.
 */
const { resolve } = require('node:path');

const inNode = {
  rootDir: resolve(__dirname, '..'),
  runner: 'jest-light-runner',
  testEnvironment: 'node',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

module.exports = {
  projects: [
    { ...inNode, displayName: 'unit', testMatch: ['<rootDir>/src/{cloud,contract}/**/*.test.ts'] },
    { ...inNode, displayName: 'cloud', testMatch: ['<rootDir>/tests/{cloud,races}/**/*.test.ts'] },
  ],
};
