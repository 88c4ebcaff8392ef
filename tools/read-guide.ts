import { readFile } from 'node:fs/promises'

/** A step of a page's reader: saving a file under the name in the text, or typing commands. */
export type Step =
  | { readonly file: string; readonly text: string }
  | { readonly heading: string; readonly commands: readonly string[] }

/** Returns the steps of a page in `docs`, in order. Throws for code without a file name in the text. */
export async function readGuide(name: string): Promise<readonly Step[]> {
  const guide = await readFile(new URL(`../docs/${name}.md`, import.meta.url), 'utf8')
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
