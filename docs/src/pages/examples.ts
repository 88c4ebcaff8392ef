import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { repository } from '../navigation.ts'
import { frontMatter } from './front-matter.ts'

const folder = 'apps/examples/src/'

/** The examples: a file, or a folder with the files in it. */
export function findExamples(): { readonly name: string; readonly text: string }[] {
  const entries = readdirSync(new URL(folder, repository), { withFileTypes: true })
  return entries.map((entry) => ({
    name: entry.name,
    text: entry.isDirectory() ? folderPage(entry.name) : filePage(entry.name),
  }))
}

function filePage(name: string): string {
  return `${head(name, [])}${fence(name)}`
}

function folderPage(name: string): string {
  const from = new URL(`${folder}${name}/`, repository)
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(new URL(file, from)).isFile())
    .sort()
  const sections = files.map((file) => `## ${file}\n\n${fence(`${name}/${file}`)}`)
  return `${head(name, files)}${sections.join('\n')}`
}

function head(name: string, files: readonly string[]): string {
  const shows = [name, ...files.map((file) => `${name}/${file}`)].map((path) => `${folder}${path}`)
  return `${frontMatter({ title: name, shows })}\n# ${name}\n\n`
}

/** The marks of quoted regions are for tools. */
function fence(path: string): string {
  const text = readFileSync(new URL(`${folder}${path}`, repository), 'utf8').replaceAll(/^.*#(end)?region\b.*\n/gm, '')
  const ticks = text.includes('```') ? '````' : '```'
  return `${ticks}${extname(path).slice(1)}\n${text.trim()}\n${ticks}\n`
}
