import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { readPage, repository } from '../navigation.ts'
import type { Page, Section } from '../page.ts'

const folder = 'apps/examples/src/'
/** Languages of files whose extension is not one. */
const languages: Readonly<Record<string, string>> = { bpmn: 'xml', form: 'json', dmn: 'xml' }

export function examplesSection(): Section {
  return {
    title: 'Examples',
    summary: 'Whole programs that the tests compile and run.',
    folder: 'examples',
    shows: ['apps/examples', 'apps/examples/src'],
    groups: [
      { pages: [...readPage('apps/examples/README.md', 'examples/index', 'Overview'), ...exampleFiles().map(toPage)] },
    ],
  }
}

/** A file, or a folder with the files in it. The programs of the cookbook are pages of their own already. */
function exampleFiles(): string[] {
  return readdirSync(new URL(folder, repository)).sort()
}

function toPage(name: string): Page {
  const isFolder = statSync(new URL(`${folder}${name}`, repository)).isDirectory()
  const files = isFolder ? filesIn(name) : []
  const sections = files.map((file) => `## ${file}\n\n${fence(`${name}/${file}`)}`)
  return {
    title: name,
    address: `examples/${name.replaceAll('.', '-')}`,
    markdown: `# ${name}\n\n${isFolder ? sections.join('\n') : fence(name)}`,
    shows: [name, ...files.map((file) => `${name}/${file}`)].map((path) => `${folder}${path}`),
  }
}

function filesIn(name: string): string[] {
  const from = new URL(`${folder}${name}/`, repository)
  return readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(new URL(file, from)).isFile())
    .sort()
}

/** The marks of quoted regions are for tools. */
function fence(path: string): string {
  const text = readFileSync(new URL(`${folder}${path}`, repository), 'utf8').replaceAll(/^.*#(end)?region\b.*\n/gm, '')
  const ticks = text.includes('```') ? '````' : '```'
  const extension = extname(path).slice(1)
  return `${ticks}${languages[extension] ?? extension}\n${text.trim()}\n${ticks}\n`
}
