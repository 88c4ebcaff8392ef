export interface Snippet {
  /** Its position, for example `packages/auth/README.md:12`. */
  readonly place: string
  readonly code: string
}

/**
 * Returns the fenced `ts` blocks of a Markdown text. A fence with more words after `ts` (```` ```ts sketch ````) need
 * not compile; one that quotes a file is compiled in that file.
 */
export function markdownSnippets(text: string, file: string): Snippet[] {
  const fences = text.matchAll(/^(<!-- quote: .*\n)?```(?:ts|typescript)\n([\s\S]*?)^```/gm)
  return [...fences].flatMap(({ 1: quote, 2: code = '', index }) => {
    return quote ? [] : [{ place: `${file}:${lineOf(text, index) + 1}`, code }]
  })
}

/** Returns the code of each `@example` in the doc comments of a TypeScript text, fenced or not. */
export function docCommentSnippets(text: string, file: string): Snippet[] {
  const snippets: Snippet[] = []
  for (const comment of text.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const body = comment[0].slice(3, -2).replaceAll(/^[ \t]*\* ?/gm, '')
    for (const example of body.matchAll(/^[ \t]*@example\b[^\n]*\n([\s\S]*?)(?=^[ \t]*@\w|(?![\s\S]))/gm)) {
      const text = example[1] ?? ''
      const code = /```\w*\n([\s\S]*?)```/.exec(text)?.[1] ?? text
      snippets.push({ place: `${file}:${lineOf(comment.input, comment.index)}`, code })
    }
  }
  return snippets
}

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length
