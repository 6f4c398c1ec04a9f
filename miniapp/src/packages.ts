/**
 * Every subpackage and its pages: the one list that app.config.ts and the navigation read. A page `p` of package `k` lies in
 * `src/packages/k/pages/p/index.tsx`. The tabs are no packages: they are the main one.
 */
export const packages = {
  apply: [
    'question',
    'answers',
    'verdict',
    'papers',
    'start',
    'tasks',
    'basics',
    'unit',
    'grade',
    'experience',
    'fact',
    'materials',
    'paper',
    'photo',
    'promise',
    'declaration',
    'review',
    'result',
    'pay',
  ],
  track: ['status', 'withdraw'],
  'unit-desk': ['list', 'person', 'approve', 'return'],
  help: ['notice', 'glossary', 'contact'],
  notices: ['list', 'settings'],
} as const satisfies Record<string, readonly string[]>

export type PackageName = keyof typeof packages
export type PageOf<P extends PackageName> = (typeof packages)[P][number]
export const tabs = ['home', 'applications', 'me'] as const
export type Tab = (typeof tabs)[number]
