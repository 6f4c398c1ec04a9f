const { existsSync } = require('node:fs')
const path = require('node:path')

const root = path.resolve(__dirname, '..')
const inRoot = (...parts) => path.join(root, ...parts)

const transform = {
  // Files of @fastify/static rest on one ESM package, which jest on Node 20 cannot load as it is.
  '(^.+\\.tsx?$)|(/content-disposition/.+\\.js$)': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        keepClassNames: true,
      },
      module: { type: 'commonjs' },
      sourceMaps: 'inline',
    },
  ],
}

// Sources, not dist: no build is needed before a test.
const ours = { '^@app/shared-rules$': inRoot('shared-rules/src'), '^@app/contract$': inRoot('bff/src/contract') }

const node = (displayName, folder, more = {}) => ({
  displayName,
  rootDir: inRoot(folder),
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  transform,
  transformIgnorePatterns: ['/node_modules/(?!content-disposition/)'],
  moduleNameMapper: ours,
  ...more,
})

const miniapp = {
  ...node('miniapp', 'miniapp'),
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/src/**/*.spec.{ts,tsx}'],
  // Platform files: the web's are the ones that tests import.
  moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'js', 'json'],
  moduleNameMapper: {
    // Before '@/…', or a picture under '@/' would be taken for code.
    '\\.(s?css|png|jpg|svg)$': '<rootDir>/test/mocks/file.js',
    '^@tarojs/components$': '<rootDir>/test/mocks/components.tsx',
    '^@tarojs/taro$': '<rootDir>/test/mocks/taro.ts',
    '^@/(.*)$': '<rootDir>/src/$1',
    ...ours,
  },
  setupFilesAfterEnv: ['<rootDir>/test/mocks/setup.ts'],
}

// Jest runs a setup file once, however many of these projects have tests to run.
const withMariadb = {
  globalSetup: inRoot('test/support/mariadb-setup.ts'),
  globalTeardown: inRoot('test/support/mariadb-teardown.ts'),
}

module.exports = {
  rootDir: root,
  maxWorkers: 2,
  // A test waits for conditions, not for time; a slow machine is no failure.
  testTimeout: 60_000,
  projects: [
    // From the root, so that coverage can be asked of this project's sources alone.
    node('rules', '', { roots: [inRoot('shared-rules')] }),
    node('bff', 'bff', withMariadb),
    miniapp,
    node('support', 'test/support', withMariadb),
    node('architecture', 'test/architecture'),
    node('bench', 'test/bench'),
    node('proof', 'test/proof', withMariadb),
    node('mutation', 'test/mutation'),
    node('sandbox', 'test/sandbox'),
    node('contract', 'test/contract', withMariadb),
    node('end-to-end', 'test/end-to-end', withMariadb),
    node('weapp-host', 'test/weapp-host'),
    node('browser', 'test/browser', withMariadb),
  ].filter((project) => existsSync(project.rootDir)),
}
