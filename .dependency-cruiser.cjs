/** The floors of ARCHITECTURE.md as rules: pure, capabilities, orchestration, entries. Arrows point down. */
const PURE = 'contract|shared|deck|narration|captions';
const CAPABILITIES = 'platform|documents|writing|images|pptx|frames|speech|video|artifacts|report';
const ORCHESTRATION = 'activities|workflows|temporal|jobs';
const ENTRIES = 'workers|http|cli|config';

const folder = (names) => `^src/(${names})/`;

module.exports = {
  forbidden: [
    {
      name: 'pure-floor-imports-nothing-above',
      severity: 'error',
      from: { path: folder(PURE) },
      to: { path: folder(`${CAPABILITIES}|${ORCHESTRATION}|${ENTRIES}`) },
    },
    {
      name: 'capabilities-import-nothing-above',
      severity: 'error',
      from: { path: folder(CAPABILITIES) },
      to: { path: folder(`${ORCHESTRATION}|${ENTRIES}`) },
    },
    {
      name: 'orchestration-imports-nothing-above',
      severity: 'error',
      from: { path: folder(ORCHESTRATION) },
      to: { path: folder(ENTRIES) },
    },
    {
      name: 'capabilities-are-strangers',
      comment: 'A capability imports the pure floor and platform, never another capability.',
      severity: 'error',
      from: { path: folder(`(?!platform/)(?:${CAPABILITIES})`) },
      to: { path: folder(CAPABILITIES), pathNot: ['^src/platform/', '^src/$1/'] },
    },
    {
      name: 'workflows-see-only-contract',
      severity: 'error',
      from: { path: '^src/workflows/' },
      to: { path: '^src/', pathNot: ['^src/workflows/', '^src/contract/'] },
    },
    {
      name: 'workflows-take-schemas-as-types-only',
      comment: 'A value import of a schema would bring zod into the workflow bundle.',
      severity: 'error',
      from: { path: '^src/workflows/' },
      to: { path: '^src/contract/schemas/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'activities-see-pure-and-capabilities',
      severity: 'error',
      from: { path: '^src/activities/' },
      to: { path: '^src/(workflows|temporal|jobs)/' },
    },
    {
      name: 'workflows-have-no-node-built-ins',
      severity: 'error',
      from: { path: '^src/workflows/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-floor-has-no-node-built-ins',
      severity: 'error',
      from: { path: folder(PURE) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'lower-floors-know-no-temporal',
      severity: 'error',
      from: { path: folder(`${PURE}|${CAPABILITIES}`) },
      to: { path: 'node_modules/@temporalio/' },
    },
    {
      name: 'only-entries-read-config',
      severity: 'error',
      from: { path: '^src/', pathNot: folder(ENTRIES) },
      to: { path: '^src/config/' },
    },
    {
      name: 'sub-folders-are-private',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/[^/]+/', pathNot: ['^src/$1/', '^src/contract/schemas/'] },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    { name: 'not-to-test', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
