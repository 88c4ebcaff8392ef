import { mkdir, rm, writeFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { apis } from '../apis.ts'
import { generatedFolder, readSections, type Section } from '../navigation.ts'
import { findExamples } from './examples.ts'
import { operationsPage } from './operations.ts'

/** Writes the pages that are made of tables and recorded figures, and last the page of each section, which lists them. */
export async function writePages(): Promise<void> {
  await rm(generatedFolder, { recursive: true, force: true })
  await mkdir(new URL('examples/', generatedFolder), { recursive: true })
  const write = (name: string, text: string): Promise<void> => writeFile(new URL(`${name}.md`, generatedFolder), text)
  for (const api of apis) await write(`operations-of-${api.name}`, operationsPage(api))
  for (const { name, text } of findExamples()) await write(`examples/${name}`, text)
  for (const section of readSections()) await write(section.title.toLowerCase(), sectionPage(section))
}

/** TypeDoc takes the pages below from the front matter. */
function sectionPage({ title, summary, pages }: Section): string {
  const links = pages.map(({ title, file }) => [title, relative(fileURLToPath(generatedFolder), fileURLToPath(file))])
  return `---
title: ${title}
children:
${links.map(([title, path]) => `  ${JSON.stringify(title)}: ${path}`).join('\n')}
---

# ${title}

${summary}

${links.map(([title, path]) => `- [${title}](${path})`).join('\n')}
`
}
