const topLevel = new Set([
  ...['README.md', 'package.json', 'package-lock.json', 'tsconfig.json'],
  ...['.ci', '.config', '.gitignore', '.npmrc', '.nvmrc', '.editorconfig', '.env.example'],
  ...['shared-rules', 'bff', 'miniapp', 'test', 'docs'],
])

/** Names that say nothing of what lies inside. */
const namelessFolders = new Set(['utils', 'common', 'helpers', 'core', 'lib', 'services'])

/** Names at the top that the layout does not have. `entries` are names of the repository's own files and folders. */
export const topLevelProblems = (entries: readonly string[]): string[] =>
  entries.filter((name) => !topLevel.has(name)).map((name) => `${name}: not in the layout of the top level`)

/** Folders whose name says nothing. */
export function folderProblems(files: readonly string[]): string[] {
  const folders = new Set(
    files.flatMap((file) => file.split('/').map((_, end, parts) => parts.slice(0, end).join('/'))),
  )
  return [...folders]
    .filter((folder) => namelessFolders.has(folder.split('/').at(-1) ?? ''))
    .map((folder) => `${folder}/: name the folder after what it holds`)
}
