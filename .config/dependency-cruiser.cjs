/**
 * Who may import whom (docs: one way from the phone to the exam office). Whatever is not listed is forbidden.
 * Spec files and their fixtures may reach for what they test with; circles are forbidden for them too.
 */
const ours = '^(shared-rules|bff|miniapp|test)/'
const spec = '\\.(spec|fixture)\\.tsx?$'
const law = '^shared-rules/src/index\\.ts$'

/** Code under `from` may import of ours only itself and `allowed`. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: spec },
  // A package that npm put beside one workspace is a package all the same.
  to: { path: ours, pathNot: [from, '/node_modules/', ...allowed] },
})

const bff = (...names) => names.map((name) => `^bff/src/${name}/`)

/** A feature of the BFF and the features it may use, besides contract and platform. */
const feature = (name, uses = [], more = []) =>
  only(
    `${name}-imports`,
    `^bff/src/${name}/`,
    [...bff('contract', 'platform', ...uses), ...more],
    `${name} → ${[...uses, 'contract', 'platform'].join(', ')}`,
  )

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: { pathNot: spec }, to: { couldNotResolve: true } },

    only('miniapp-imports', '^miniapp/src/', [law, '^bff/src/contract/'], 'miniapp → shared-rules, types of contract'),
    {
      name: 'miniapp-contract-types',
      severity: 'error',
      comment: 'the contract reaches the phone as types only',
      from: { path: '^miniapp/src/', pathNot: spec },
      to: { path: '^bff/src/contract/', preCompilationOnly: false },
    },

    feature('applications', ['eligibility', 'units']),
    feature('documents', ['applications']),
    feature('payments', ['applications']),
    feature('office-relay', ['applications']),
    feature('notices', ['applications']),
    feature('eligibility', [], [law]),
    feature('session'),
    // campaigns/current lays the office's data over the pack
    feature('units', [], [law]),
    only('contract-imports', '^bff/src/contract/', [law], 'contract → types of shared-rules'),
    {
      name: 'contract-law-types',
      severity: 'error',
      from: { path: '^bff/src/contract/' },
      to: { path: law, preCompilationOnly: false },
    },
    only('platform-imports', '^bff/src/platform/', [], 'platform knows no feature'),
    only('bff-entry-imports', '^bff/src/[^/]+\\.ts$', ['^bff/src/', law], 'the BFF knows no phone and no stand-in'),

    only('law-imports', '^shared-rules/src/', [], 'shared-rules → nothing'),
    {
      name: 'law-is-pure',
      severity: 'error',
      comment: 'shared-rules runs on phone and server: no package, no node module (but cli.ts)',
      from: { path: '^shared-rules/src/', pathNot: [spec, '^shared-rules/src/cli\\.ts$'] },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'law-index-without-cli',
      severity: 'error',
      from: { path: law },
      to: { path: '^shared-rules/src/cli\\.ts$', reachable: true },
    },
    {
      name: 'sandbox-without-bff',
      severity: 'error',
      comment: 'a stand-in that shares code with what it stands against proves nothing',
      from: { path: '^test/sandbox/' },
      to: { path: '^bff/' },
    },
    {
      name: 'listed-packages',
      severity: 'error',
      comment: 'what runs in production is listed as a dependency',
      from: { path: '^(bff|miniapp)/src/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: `${__dirname}/tsconfig.imports.json` },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.local)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.weapp.ts', '.h5.ts', '.weapp.tsx', '.h5.tsx', '.js', '.json', '.scss'],
    },
  },
}
