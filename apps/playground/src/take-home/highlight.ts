/** A piece of code and its kind; undefined for code without a color. */
export interface CodePiece {
  readonly text: string
  readonly kind: 'comment' | 'text' | 'keyword' | undefined
}

const script =
  /(?<comment>(?<![:"'])\/\/[^\n]*)|(?<text>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|(?<keyword>\b(?:import|from|const|let|await|for|of|function|return|new|export|default|async|type)\b)/g
const shell = /(?<comment>(?<=^|\n)#[^\n]*)|(?<text>'[^']*'|"[^"]*")|(?<keyword>\b(?:curl|sed|printf|set)\b(?= ))/g

/** Splits code into pieces to color. Joined, the pieces are the code again. */
export function highlight(code: string, language: 'script' | 'shell'): readonly CodePiece[] {
  const pieces: CodePiece[] = []
  let end = 0
  for (const match of code.matchAll(language === 'script' ? script : shell)) {
    if (match.index > end) pieces.push({ text: code.slice(end, match.index), kind: undefined })
    const [kind] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? []
    pieces.push({ text: match[0], kind: kind as CodePiece['kind'] })
    end = match.index + match[0].length
  }
  if (end < code.length) pieces.push({ text: code.slice(end), kind: undefined })
  return pieces
}
