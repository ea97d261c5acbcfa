const concept = (room) => `^src/${room}/(?!ui/|platform/|assets/|demo/|migrations/)([^/]+)/`;
const notTests = '\\.test\\.tsx?$';

/** One rule: what it forbids, from where, to where. */
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Nothing runs in a circle; types may name each other.',
      {},
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    ),
    forbid('resolvable', 'What is imported exists.', {}, { couldNotResolve: true }),

    // client → contract ← cloud
    forbid(
      'contract-knows-no-room',
      'The contract imports neither room.',
      { path: '^src/contract/' },
      {
        path: '^src/(?!contract/)',
      },
    ),
    forbid(
      'contract-is-data',
      'No package at run time, but typebox in *.schema.ts.',
      { path: '^src/contract/', pathNot: ['\\.schema\\.ts$', notTests] },
      {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'unknown'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'schemas-take-typebox-only',
      'Schemas are made of typebox and of nothing else.',
      { path: '^src/contract/.+\\.schema\\.ts$' },
      {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'unknown'],
        pathNot: 'node_modules/typebox/',
      },
    ),
    forbid(
      'data-imports-schemas-as-types',
      'One number from a file that builds a schema brings the validator into the client.',
      { path: '^src/contract/', pathNot: '\\.schema\\.ts$' },
      { path: '\\.schema\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'client-knows-no-cloud',
      'The client knows the contract only.',
      { path: '^src/client/' },
      {
        path: '^src/cloud/',
      },
    ),
    forbid(
      'client-takes-no-schema',
      'The client bundles no validator; its tests check recorded answers by one.',
      { path: '^src/client/', pathNot: notTests },
      {
        path: ['^src/contract/.+\\.schema\\.ts$', 'node_modules/(typebox|@fastify|fastify|pg|ajv)/'],
      },
    ),
    forbid(
      'cloud-knows-no-client',
      'The cloud knows the contract only.',
      { path: '^src/cloud/' },
      {
        path: '^src/client/',
      },
    ),
    forbid(
      'cloud-runs-on-dependencies',
      'What the cloud runs on stands in dependencies.',
      { path: '^src/cloud/', pathNot: notTests },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    ),

    // cloud: concept → platform; concept → another concept's service
    forbid(
      'cloud-platform-knows-no-concept',
      'Concepts stand on the platform.',
      { path: '^src/cloud/platform/' },
      {
        path: [concept('cloud'), '^src/cloud/demo/', '^src/cloud/server\\.ts$'],
      },
    ),
    forbid(
      'cloud-concepts-meet-at-services',
      'A concept reaches another only through its service.ts.',
      { path: concept('cloud') },
      { path: concept('cloud'), pathNot: ['^src/cloud/$1/', '/service\\.ts$'] },
    ),
    forbid(
      'cloud-concepts-know-no-assembly',
      'server.ts knows the concepts, not the other way round; the policy is theirs to look into.',
      { path: concept('cloud') },
      {
        path: '^src/cloud/(demo/|[^/]+\\.ts$)',
        pathNot: '^src/cloud/policy\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),

    // client: concept → ui, platform; concept → another concept through the root store
    forbid(
      'client-platform-knows-no-concept',
      'The device knows nothing of the product.',
      { path: '^src/client/platform/' },
      { path: [concept('client'), '^src/client/ui/', '^src/client/root-store\\.ts$'] },
    ),
    forbid(
      'client-ui-knows-no-concept',
      'Components of the house are drawn from what they are given.',
      { path: '^src/client/ui/' },
      { path: concept('client') },
    ),
    forbid(
      'client-concepts-meet-at-root-store',
      'A concept reaches another only through the root store; its routes.ts is the way to its pages, and a ' +
        '*-text.ts beside it says in words what others show too. Home and services have nothing of their own to ' +
        'show: they put rows of the others together.',
      { path: concept('client'), pathNot: '^src/client/(home|services)/' },
      {
        path: concept('client'),
        pathNot: ['^src/client/$1/', '/routes\\.ts$', '/store\\.ts$', '-text\\.ts$'],
      },
    ),
    forbid(
      'stores-are-given-stores',
      'The root store makes the stores and hands them to each other: by name, that is by type.',
      { path: concept('client') },
      {
        path: `${concept('client')}store\\.ts$`,
        pathNot: '^src/client/$1/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'stores-know-no-screen',
      'Stores import neither React nor Taro.',
      { path: '^src/client/.+-?store\\.ts$', pathNot: '^src/client/root-store\\.ts$' },
      { path: ['node_modules/(react|react-dom|mobx-react|@tarojs|@nutui)/', '\\.tsx$'] },
    ),
    forbid(
      'root-store-holds-the-riders',
      'A desk or shop store is made by its pages, so that it lands in their subpackage.',
      { path: '^src/client/root-store\\.ts$' },
      { path: `${concept('client')}[^/]+/` },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    exclude: { path: '\\.(css|scss|png|svg|json)$' },
  },
};
