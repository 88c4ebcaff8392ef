// The order in which a reader meets the pages that are no reference. The site's navigation and llms.txt both follow it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { apis } from './apis.ts'

export const docsFolder: URL = new URL('../', import.meta.url)
/** Pages that are generated before TypeDoc reads them. */
export const generatedFolder: URL = new URL('.pages/', docsFolder)
export const repository: URL = new URL('../', docsFolder)

export interface Page {
  readonly title: string
  readonly file: URL
}
export interface Section {
  readonly title: string
  readonly summary: string
  /** Folders of the repository that the section stands for where a page links to one. */
  readonly folders: readonly string[]
  readonly pages: readonly Page[]
}

const guides = [
  'getting-started',
  'credentials',
  'choosing-a-storage',
  'self-managed',
  'networks',
  'errors-and-retries',
  'testing-with-the-emulator',
  'migrating',
  'security-model',
  'token-budget',
  'camunda-versions',
]
const measured = ['runtimes', 'bench', 'bundle-sizes']

/** Reads the titles, so generated pages must stand already. */
export function readSections(): Section[] {
  return [
    {
      title: 'Guides',
      summary: 'What to do, in the order in which it usually comes up.',
      folders: ['docs/guides'],
      pages: guides.flatMap((name) => readPage(new URL(`guides/${name}.md`, docsFolder))),
    },
    {
      title: 'Operations',
      summary: 'Every operation of every API with its method, path, permission and versions.',
      folders: [],
      pages: apis.flatMap(({ name, title }) => readPage(new URL(`operations-of-${name}.md`, generatedFolder), title)),
    },
    {
      title: 'Measured',
      summary: 'What ran where, how fast, and what it weighs: written from the recorded figures, none by hand.',
      folders: [],
      pages: measured.flatMap((name) => readPage(new URL(`${name}.md`, generatedFolder))),
    },
    {
      title: 'Examples',
      summary: 'Whole programs that the tests compile and run.',
      folders: ['apps/examples', 'apps/examples/src'],
      pages: [
        ...readPage(new URL('apps/examples/README.md', repository), 'What they show'),
        ...readFolder(new URL('examples/', generatedFolder)),
      ],
    },
    {
      title: 'Project',
      summary: 'For those who want to look behind it, or change it.',
      folders: ['apps', 'apps/checks', 'docs', 'tools'],
      pages: [
        ...readPage(new URL('apps/bench/README.md', repository), 'How the bench measures'),
        ...readPage(new URL('apps/checks/runtimes/README.md', repository), 'How the runtimes are tested'),
        ...readPage(new URL('apps/checks/operations/README.md', repository)),
        ...readPage(new URL('apps/checks/camunda-files/README.md', repository)),
        ...readPage(new URL('apps/checks/camunda-clients/README.md', repository)),
        ...readPage(new URL('CONTRIBUTING.md', repository)),
        ...readPage(new URL('SECURITY.md', repository)),
      ],
    },
    {
      title: 'Decisions',
      summary: 'Half a page for each choice that lasts: what it answers, what was chosen, what follows.',
      folders: ['docs/decisions', 'docs/decisions/README.md'],
      pages: readFolder(new URL('decisions/', docsFolder)),
    },
  ]
}

/** Its title is the heading unless another one is given. A page that is not written yet is left out. */
function readPage(file: URL, title?: string): Page[] {
  if (!existsSync(file)) return []
  const heading = title ?? /^# (.+)$/m.exec(readFileSync(file, 'utf8'))?.[1]
  if (!heading) throw new Error(`${fileURLToPath(file)} has no heading to be its title.`)
  return [{ title: heading, file }]
}

function readFolder(folder: URL): Page[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
  return names.sort().flatMap((name) => readPage(new URL(name, folder)))
}
