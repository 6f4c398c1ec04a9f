const path = require('node:path')

const root = path.resolve(__dirname, '..')

const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
]

const sharedRules = { '^@app/shared-rules$': path.join(root, 'shared-rules/src') }

const node = (displayName, folder, testMatch) => ({
  displayName,
  rootDir: path.join(root, folder),
  testEnvironment: 'node',
  testMatch,
  transform: { '^.+\\.ts$': swc(false) },
  moduleNameMapper: sharedRules,
})

module.exports = {
  rootDir: root,
  projects: [
    node('rules', 'shared-rules', ['<rootDir>/src/**/*.spec.ts']),
    node('bff', 'bff', ['<rootDir>/src/**/*.spec.ts']),
    {
      displayName: 'miniapp',
      rootDir: path.join(root, 'miniapp'),
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.spec.tsx'],
      transform: { '^.+\\.tsx?$': swc(true) },
      moduleNameMapper: {
        '\\.(s?css|png|jpg|svg)$': '<rootDir>/test/mocks/file.js',
        '^@tarojs/components$': '<rootDir>/test/mocks/components.tsx',
        '^@tarojs/taro$': '<rootDir>/test/mocks/taro.ts',
        '^@app/contract$': path.join(root, 'bff/src/contract'),
        '^@/(.*)$': '<rootDir>/src/$1',
        ...sharedRules,
      },
      setupFilesAfterEnv: ['<rootDir>/test/mocks/setup.ts'],
    },
    node('sandbox', 'test/sandbox', ['<rootDir>/**/*.spec.ts']),
    node('architecture', 'test/architecture', ['<rootDir>/**/*.spec.ts']),
    node('contract', 'test/contract', ['<rootDir>/**/*.spec.ts']),
    node('end-to-end', 'test/end-to-end', ['<rootDir>/**/*.spec.ts']),
    node('weapp-host', 'test/weapp-host', ['<rootDir>/**/*.spec.ts']),
    node('browser', 'test/browser', ['<rootDir>/**/*.spec.ts']),
  ],
}
