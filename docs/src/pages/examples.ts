import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { repository } from '../navigation.ts'

const folder = 'apps/examples/src/'

/** The examples: a file, or a folder with the files in it. */
export function findExamples(): { readonly name: string; readonly text: string }[] {
  const entries = readdirSync(new URL(folder, repository), { withFileTypes: true })
  return entries.map((entry) => ({
    name: entry.name,
    text: entry.isDirectory() ? folderPage(entry.name) : filePage(entry.name),
  }))
}

/** `shows` makes links to the sources lead to the page. */
const head = (name: string): string => `---\nshows: ${folder}${name}\n---\n\n# ${name}\n\n`

function filePage(name: string): string {
  return `${head(name)}${fence(name)}`
}

function folderPage(name: string): string {
  const files = readdirSync(new URL(`${folder}${name}/`, repository), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.split(`${folder}${name}/`).at(-1) ?? '')
    .sort()
  return `${head(name)}${files.map((file) => `## ${file}\n\n${fence(`${name}/${file}`)}`).join('\n')}`
}

/** The marks of quoted regions are for tools. */
function fence(path: string): string {
  const text = readFileSync(new URL(`${folder}${path}`, repository), 'utf8').replaceAll(/^.*#(end)?region\b.*\n/gm, '')
  const ticks = text.includes('```') ? '````' : '```'
  return `${ticks}${extname(path).slice(1)}\n${text.trim()}\n${ticks}\n`
}
