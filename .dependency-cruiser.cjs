/**
 * Who may import whom (README, map of the repository). Lower rank never imports higher rank, resolvers are private to
 * their module, the platform knows no module, the SDK nothing of ours.
 */
const ranks = [
  'areas',
  'topics',
  'organizations',
  'staff',
  'issues',
  'commitments',
  'matters',
  'referrals',
  'reminders',
  'comments',
  'follows',
  'events',
  'notifications',
  'nodes',
];

const lowerNeverImportsHigher = ranks.map((module, rank) => ({
  name: `rank-${module}`,
  comment: `${module} may import only modules of lower rank: ${ranks.slice(0, rank).join(', ') || 'none'}`,
  severity: 'error',
  from: { path: `^server/modules/${module}/` },
  to: { path: `^server/modules/(${ranks.slice(rank + 1).join('|') || 'none'})/` },
}));

const layer = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'No file imports itself, however far round',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-folder-cycles',
      comment: 'No folder imports itself by way of another',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    ...lowerNeverImportsHigher,
    layer(
      'platform-alone',
      { path: '^server/platform/' },
      { path: '^(server/(?!platform/)|migrations|tests|client-sdk|scripts|demo)' },
      'The platform knows no module',
    ),
    layer(
      'modules-below-app',
      { path: '^server/modules/' },
      { path: '^(server/(app|main|live|schema|config|welcome)\\.ts|server/seeds/|migrations|tests|client-sdk)' },
      'Modules do not know who composes them',
    ),
    layer(
      'resolvers-are-private',
      { path: '^server/modules/', pathNot: '^server/modules/index\\.ts$' },
      { path: '\\.resolver\\.ts$' },
      'Only the list of modules imports resolvers',
    ),
    layer(
      'types-are-the-face',
      { path: '\\.(types|inputs)\\.ts$' },
      { path: '\\.(entity|service|read|policy|load)\\.ts$' },
      'The public face knows no tables and no use cases',
    ),
    layer(
      'entities-are-plain',
      { path: '\\.entity\\.ts$' },
      { path: '(\\.(types|inputs|read|service|policy|resolver)\\.ts$)|type-graphql' },
      'A table shape is not public API',
    ),
    layer(
      'policies-are-pure',
      { path: '\\.policy\\.ts$' },
      { path: '\\.(read|service|load|resolver)\\.ts$' },
      'A policy decides over facts that it is given',
    ),
    layer(
      'reads-do-not-write',
      { path: '\\.read\\.ts$' },
      { path: '\\.(service|load|resolver)\\.ts$' },
      'A plan knows no use case',
    ),
    layer(
      'sdk-stands-alone',
      { path: '^client-sdk/src/' },
      { path: '^(server|migrations|tests|scripts|demo)' },
      'The SDK is a published package',
    ),
    layer('demo-is-a-client', { path: '^demo/' }, { path: '^server/' }, 'The demo uses what members use'),
    layer(
      'environment-in-one-place',
      { path: '^server/', pathNot: '^server/main\\.ts$' },
      { path: '^server/main\\.ts$' },
      'Nothing imports the process',
    ),
    layer(
      'no-undeclared-packages',
      { path: '^(server|client-sdk|migrations)' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
      'What runs in production is a dependency',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
