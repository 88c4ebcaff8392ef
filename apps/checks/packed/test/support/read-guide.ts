import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from '../../../../../tools/release/workspace.ts'

/** What a reader of a guide does: saves a file under the name that the text has for it, or types commands. */
export type Step =
  | { readonly file: string; readonly text: string }
  | { readonly heading: string; readonly commands: readonly string[] }

/** The steps of a guide, in its order. Throws for code that the text does not say how to save. */
export async function readGuide(name: string): Promise<readonly Step[]> {
  const guide = await readFile(join(repository, `docs/guides/${name}.md`), 'utf8')
  return guide.split(/^## /m).flatMap((section) => {
    const [heading = ''] = section.split('\n', 1)
    const fences = section.matchAll(/(.*)\n\n(?:<!-- .* -->\n)?```(\w+)\n([\s\S]*?)^```$/gm)
    return [...fences].map(([, before = '', language, text = '']): Step => {
      if (language === 'sh') return { heading, commands: text.trim().split('\n') }
      const [, file] = /Save (?:it|this) as `([^`]+)`[^`]*:$/.exec(before) ?? []
      if (!file) throw new Error(`${name}.md does not say where to save the code below "${heading}"`)
      return { file, text }
    })
  })
}
