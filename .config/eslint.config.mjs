import js from '@eslint/js'
import ts from 'typescript-eslint'
import hooks from 'eslint-plugin-react-hooks'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

const noMachineTime = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the time from platform/time.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time from platform/time.' },
  {
    selector: "Decorator[expression.callee.name='Cron']",
    message: 'Timed work is rows (due_at, lease), see platform/jobs.',
  },
]
const noDateParsing = [
  {
    selector: "NewExpression[callee.name='Date']",
    message: 'iOS parses dates differently: use local-date of shared-rules.',
  },
  {
    selector: "MemberExpression[object.name='Date']",
    message: 'iOS parses dates differently: use local-date of shared-rules.',
  },
]

export default ts.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/.local/**',
      '**/*.js',
      '**/*.cjs',
      '**/*.mjs',
      'miniapp/config/**',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['bff/src/**/*.ts'], rules: { '@typescript-eslint/consistent-type-imports': 'off' } },
  {
    files: ['bff/src/**/*.ts'],
    ignores: ['bff/src/platform/time/**'],
    rules: { 'no-restricted-syntax': ['error', ...noMachineTime] },
  },
  {
    files: ['shared-rules/src/**/*.ts', 'miniapp/src/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...noDateParsing] },
  },
  {
    // A cast says "trust me". Where untrusted input is parsed or an untyped library is adapted, disable this with the reason.
    files: ['{shared-rules,bff,miniapp}/src/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['shared-rules/src/policies/**'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['**/*.{spec,fixture}.{ts,tsx}', 'miniapp/test/**'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['miniapp/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: { ...hooks.configs.recommended.rules },
  },
)
