// Loaded with the first colored text.
import { classHighlighter, highlightCode } from '@lezer/highlight'

export type Language = 'json' | 'xml' | 'feel'

/** A part of a text, with the CSS classes of its kind. */
export interface Piece {
  readonly text: string
  readonly classes: string
}

type Parser = typeof import('@lezer/json').parser

const parsers: Readonly<Record<Language, () => Promise<{ readonly parser: Parser }>>> = {
  json: () => import('@lezer/json'),
  xml: () => import('@lezer/xml'),
  feel: () => import('lezer-feel'),
}

/** Splits a text by CodeMirror's grammar of its language. Text that does not match the grammar stays plain. */
export async function toPieces(text: string, language: Language): Promise<readonly Piece[]> {
  const { parser } = await parsers[language]()
  const pieces: Piece[] = []
  highlightCode(
    text,
    parser.parse(text),
    classHighlighter,
    (part, classes) => pieces.push({ text: part, classes }),
    () => pieces.push({ text: '\n', classes: '' }),
  )
  return pieces
}
