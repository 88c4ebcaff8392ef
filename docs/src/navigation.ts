// The order in which a reader meets the pages that people write. Sidebars and llms.txt both follow it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Page, Section } from './page.ts'

export const docsFolder: URL = new URL('../', import.meta.url)
export const repository: URL = new URL('../', docsFolder)

const guides = {
  Start: ['getting-started', 'which-package', 'credentials', 'self-managed', 'networks'],
  Build: ['workers', 'eventual-consistency', 'errors-and-retries', 'troubleshooting', 'observability'],
  Test: ['testing-with-the-emulator'],
  Tokens: ['choosing-a-storage', 'token-budget', 'security-model'],
  Migrate: ['migrating', 'migrating-from-orchestration-cluster-api', 'operate-v1-to-v2'],
  Plan: ['comparison', 'camunda-versions', 'support-policy'],
}
const runtimes = ['README', 'node', 'deno', 'bun', 'cloudflare-workers', 'vercel-edge', 'lambda', 'browser']
const cookbook = [
  'README',
  'processes',
  'jobs',
  'user-tasks',
  'incidents',
  'data',
  'deployment',
  'administration',
  'tokens',
  'calls',
  'wrong-guesses',
]

/** The sections that begin the navigation. */
export function writtenSections(): Section[] {
  return [
    {
      title: 'Guides',
      summary: 'How to set up the packages, what they guarantee, and how to migrate.',
      folder: 'guides',
      hasSummaries: true,
      shows: ['docs/guides'],
      groups: Object.entries(guides).map(([title, names]) => ({
        title,
        pages: names.flatMap((name) => readPage(`docs/guides/${name}.md`, `guides/${name}`)),
      })),
    },
    {
      title: 'Runtimes',
      summary: 'From zero to the first call, one page for each runtime.',
      folder: 'runtimes',
      shows: ['docs/runtimes'],
      groups: [
        { pages: runtimes.flatMap((name) => readPage(`docs/runtimes/${name}.md`, addressIn('runtimes', name))) },
      ],
    },
    {
      title: 'Cookbook',
      summary: 'Recipes by task, nearly all of them complete programs of 5 to 20 lines.',
      folder: 'cookbook',
      shows: ['docs/cookbook'],
      groups: [
        { pages: cookbook.flatMap((name) => readPage(`docs/cookbook/${name}.md`, addressIn('cookbook', name))) },
      ],
    },
  ]
}

/** What is about the project itself. */
export function projectSections(): Section[] {
  const decisions = readdirSync(new URL('decisions/', docsFolder)).filter((name) => /^\d.*\.md$/.test(name))
  return [
    {
      title: 'Project',
      summary: 'For those who want to look behind it, or change it.',
      folder: 'project',
      shows: ['apps', 'apps/checks', 'docs', 'docs/README.md', 'tools'],
      groups: [
        {
          pages: [
            ...readPage('CONTRIBUTING.md', 'project/contributing'),
            ...readPage('SECURITY.md', 'project/security'),
            ...readPage('apps/bench/README.md', 'project/bench', 'How the bench measures'),
            ...readPage('apps/checks/runtimes/README.md', 'project/runtimes', 'How the runtimes are tested'),
            ...readPage('apps/checks/operations/README.md', 'project/operations'),
            ...readPage('apps/checks/camunda-files/README.md', 'project/camunda-files'),
            ...readPage('apps/checks/camunda-clients/README.md', 'project/camunda-clients'),
          ],
        },
      ],
    },
    {
      title: 'Decisions',
      summary: 'Half a page for each choice that lasts: what it answers, what was chosen, what follows.',
      folder: 'decisions',
      shows: ['docs/decisions'],
      groups: [
        {
          pages: [
            ...readPage('docs/decisions/README.md', 'decisions/index'),
            ...decisions
              .sort()
              .flatMap((name) => readPage(`docs/decisions/${name}`, `decisions/${name.slice(0, -'.md'.length)}`)),
          ],
        },
      ],
    },
  ]
}

const addressIn = (folder: string, name: string): string => `${folder}/${name === 'README' ? 'index' : name}`

/** Its title is the heading unless another one is given. A page that is not written yet is left out. */
export function readPage(file: string, address: string, title?: string): Page[] {
  const path = new URL(file, repository)
  if (!existsSync(path)) return []
  const markdown = readFileSync(path, 'utf8')
  const heading = title ?? /^# (.+)$/m.exec(markdown)?.[1]
  if (!heading) throw new Error(`${file} has no heading to be its title.`)
  return [{ title: heading.replaceAll('`', ''), address, file, markdown }]
}
