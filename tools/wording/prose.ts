/** A line of prose, with its line number in the file. */
export interface Line {
  readonly number: number
  readonly text: string
}

/** Returns the prose of a file: Markdown without code, the texts of a drawing, or the comments and messages of TypeScript. */
export function proseOf(file: string, content: string): Line[] {
  if (file.endsWith('.svg')) return proseOfDrawing(content)
  return file.endsWith('.md') ? proseOfMarkdown(content) : proseOfCode(content)
}

function proseOfDrawing(content: string): Line[] {
  const withoutStyle = content.replace(/<style>[\s\S]*?<\/style>/g, (style) => style.replace(/[^\n]/g, ''))
  return withoutStyle
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line.replace(/<[^>]*>/g, ' ').trim() }))
}

function proseOfMarkdown(content: string): Line[] {
  const lines: Line[] = []
  let fence: string | undefined
  for (const [index, line] of content.split('\n').entries()) {
    const [, mark] = /^\s*(`{3,}|~{3,})/.exec(line) ?? []
    if (mark && (fence === undefined || line.trim() === fence)) fence = fence === undefined ? mark : undefined
    else if (fence === undefined) lines.push({ number: index + 1, text: line.replace(/`[^`]*`|\]\([^)]*\)/g, '·') })
  }
  return lines
}

/** A doc comment, another comment, or a string of at least three words, which is a message. */
const TOKEN = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g
const MESSAGE = /^.\S+ \S+ \S+/

function proseOfCode(content: string): Line[] {
  const lines: Line[] = []
  for (const { 0: token, index } of content.matchAll(TOKEN)) {
    const isComment = token.startsWith('/')
    if (!isComment && !MESSAGE.test(token)) continue
    const first = content.slice(0, index).split('\n').length
    const prose = isComment ? withoutExamples(token) : token.slice(1, -1)
    for (const [offset, line] of prose.split('\n').entries()) {
      const text = line.replace(/^\s*(\/\*\*?|\*\/?|\/\/)\s?/, '').replace(/`[^`]*`/g, '·')
      lines.push({ number: first + offset, text })
    }
  }
  return lines
}

/** Removes examples, which are code. */
function withoutExamples(comment: string): string {
  return comment.replace(/@example[\s\S]*?(?=\n\s*\* @|\*\/)/g, (example) => example.replace(/[^\n]/g, ''))
}
