/** What moddle reports about a file that it cannot read, without the lines that it appends about the position. */
export interface ParserMessage {
  readonly summary: string
  /** Counted from 1; undefined if the problem has no position. */
  readonly line: number | undefined
}

export function readParserMessage(message: string, text: string): ParserMessage {
  const [first = ''] = message.split('\n', 1)
  const reason = /nested error: (.+)/.exec(message)?.[1]
  // The parser's line number is wrong at the end of a file.
  if (reason === 'unexpected end of file') return { summary: reason, line: text.trimEnd().split('\n').length }
  const line = /\bline: (\d+)/.exec(message)?.[1]
  return {
    summary: reason === undefined ? first.trim() : `${first.trim()}: ${reason}`,
    line: line === undefined ? undefined : Number(line) + 1,
  }
}
