import { mkdir, rm, writeFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { apis } from '../apis.ts'
import { generatedFolder, readSections, type Section } from '../navigation.ts'
import { findExamples } from './examples.ts'
import { frontMatter } from './front-matter.ts'
import { measuredPages } from './measured.ts'
import { operationsPage } from './operations.ts'

/** Writes the pages that are made of tables and recorded figures, and last the page of each section, which lists them. */
export async function writePages(): Promise<void> {
  await rm(generatedFolder, { recursive: true, force: true })
  await mkdir(new URL('examples/', generatedFolder), { recursive: true })
  const write = (name: string, text: string): Promise<void> => writeFile(new URL(name, generatedFolder), text)
  for (const api of apis) await write(`operations-of-${api.name}.md`, operationsPage(api))
  for (const { name, text } of findExamples()) await write(`examples/${name}.md`, text)
  for (const [name, text] of Object.entries(measuredPages())) await write(name, text)
  for (const section of readSections()) await write(`${section.title.toLowerCase()}.md`, sectionPage(section))
}

function sectionPage({ title, summary, folders, pages }: Section): string {
  const children = pages.map(
    ({ title, file }) => [title, relative(fileURLToPath(generatedFolder), fileURLToPath(file))] as const,
  )
  const list = children.map(([title, path]) => `- [${title}](${path})`).join('\n')
  return `${frontMatter({ title, shows: folders, children })}\n# ${title}\n\n${summary}\n\n${list}\n`
}
