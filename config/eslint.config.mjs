import eslint from '@eslint/js';
import react from 'eslint-plugin-react';
import hooks from 'eslint-plugin-react-hooks';
import taroJsx from 'eslint-config-taro/rules/jsx.js';
import taroVariables from 'eslint-config-taro/rules/variables.js';
import tseslint from 'typescript-eslint';

/** Prettier lays code out, TypeScript knows what is defined, and JSX needs no React in sight. */
const notTaros = [
  'jsx-quotes',
  'react/jsx-closing-bracket-location',
  'react/jsx-curly-spacing',
  'react/jsx-equals-spacing',
  'react/jsx-indent-props',
  'react/jsx-tag-spacing',
  'react/react-in-jsx-scope',
  'no-undef',
  'no-unused-vars',
  'no-use-before-define',
  'no-shadow',
];
const without = (rules) =>
  Object.fromEntries(Object.entries(rules).filter(([name]) => !notTaros.includes(name)));

const mobxReact = ['mobx-react', 'mobx-react-lite'].map((name) => ({
  name,
  importNames: ['enableStaticRendering'],
  message: 'It stops every observer from reacting, for good.',
}));
const taroMap = {
  name: '@tarojs/components',
  importNames: ['Map'],
  message: 'On H5 it is another map with a foreign key, 900 m off: only *.weapp.tsx may use it.',
};
const taroHooksOnly = {
  group: ['@tarojs/taro'],
  allowTypeImports: true,
  allowImportNamePattern: '^use[A-Z]',
  message: 'Only hooks here: what the device does is asked of platform/.',
};
const restricted = (paths, patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { paths, patterns }],
});

const lengths = (ofFunctions) => ({
  'max-lines': ['error', 300],
  'max-lines-per-function': ['error', { max: ofFunctions, skipBlankLines: true, skipComments: true }],
});

export default tseslint.config(
  { ignores: ['dist/', '.out/', '.data/', 'node_modules/', 'tests/bench/minimal-app/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    rules: {
      ...lengths(60),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A variant for one platform may not need what it is given.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // `void promise` and `return void answer()` say that nobody waits.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // `void` stands for “no body” in the contract's types.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // async where the interface wants a promise.
      '@typescript-eslint/require-await': 'off',
      // Services are closures and stores bind their actions (autoBind): neither needs its `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/client/**/*.{ts,tsx}'],
    plugins: { react, 'react-hooks': hooks },
    settings: { react: { version: 'detect' }, ...taroJsx.settings },
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: {
      ...without(taroVariables.rules),
      ...without(taroJsx.rules),
      'no-restricted-globals': [...taroVariables.rules['no-restricted-globals'], 'wx', 'window', 'document'],
      '@typescript-eslint/no-shadow': 'error',
      'react-hooks/exhaustive-deps': 'error',
      ...restricted([...mobxReact, taroMap], [taroHooksOnly]),
    },
  },
  { files: ['src/client/**/*.tsx'], rules: lengths(120) },
  { files: ['src/client/**/*.weapp.tsx'], rules: restricted(mobxReact, [taroHooksOnly]) },
  // A web variant may know the browser, and so may what only the web's map is drawn with.
  {
    files: ['src/client/**/*.h5.{ts,tsx}', 'src/client/ui/{leaflet-map,leaflet-pins,block-map-drawing}.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['src/client/platform/**'],
    rules: { ...restricted([...mobxReact, taroMap], []), 'no-restricted-globals': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'Buffer',
          'setTimeout',
          'setInterval',
          'clearInterval',
          'clearTimeout',
          'fetch',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: lengths(60),
  },
  {
    files: ['**/*.cjs', 'babel.config.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: Object.fromEntries(
        [
          'module',
          'require',
          '__dirname',
          'jest',
          'Headers',
          'Request',
          'Response',
          'TextDecoder',
          'TextEncoder',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
