// The pages of the reference: what TypeDoc writes, behind the README of each package.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DeclarationReflection } from 'typedoc'
import { readPage } from '../navigation.ts'
import type { Group, Page, Section } from '../page.ts'
import { convertPackages, type Reference, throwIfWarned } from './convert.ts'
import { uncheckedOf } from './entries.ts'
import { modulesOf } from './modules.ts'
import { addressOf } from './router.ts'

/** One group of pages for each package. */
export async function referenceSection(names: readonly string[]): Promise<Section> {
  const reference = await convertPackages(names)
  const texts = await renderPages(reference)
  const modules = modulesOf(reference.project)
  return {
    title: 'Reference',
    summary: 'Every public entry of every package, from its doc comments.',
    folder: 'reference',
    shows: ['packages'],
    groups: names.map((name) => toGroup(name, modules, texts)),
  }
}

function toGroup(name: string, modules: readonly DeclarationReflection[], texts: ReadonlyMap<string, string>): Group {
  const title = `@x/${name}`
  const readme = readPage(`packages/${name}/README.md`, `reference/${name}/index`, title)
  const entries = modules
    .map((module) => module.name)
    .filter((module) => module === title || module.startsWith(`${title}/`))
    .sort((a, b) => (a === title ? -1 : b === title ? 1 : a < b ? -1 : 1))
    .map((module): Page => {
      const address = `reference/${addressOf(module)}`
      return {
        title: module === title ? 'Main entry' : module.slice(title.length + 1),
        address,
        markdown: `${texts.get(address) ?? ''}${module === title ? uncheckedNote(name) : ''}`,
      }
    })
  return { title, pages: [...readme, ...entries] }
}

/** The types of the unchecked entries are those of the others. */
function uncheckedNote(name: string): string {
  const paths = uncheckedOf(name).map((path) => `\`${path}\``)
  if (paths.length === 0) return ''
  return `\n## Without checks\n\n\`@x/${name}/unchecked\` has the same client without schemas in the bundle. One resource at a time: ${paths.join(', ')}.\n`
}

/** What TypeDoc writes, by address. */
async function renderPages({ app, project }: Reference): Promise<ReadonlyMap<string, string>> {
  const out = await mkdtemp(join(tmpdir(), 'reference-'))
  try {
    app.options.setValue('outputs', [{ name: 'markdown', path: out }])
    await app.generateOutputs(project)
    throwIfWarned(app)
    const addresses = modulesOf(project).map(({ name }) => addressOf(name))
    const texts = addresses.map(async (address) => {
      return [`reference/${address}`, await readFile(join(out, `${address}.md`), 'utf8')] as const
    })
    return new Map(await Promise.all(texts))
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}
