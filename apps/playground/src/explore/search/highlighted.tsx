import type { VNode } from 'preact'

interface Props {
  readonly text: string
  /** Positions of the characters to mark. */
  readonly positions: readonly number[]
}

/** A text with some of its characters marked. */
export function Highlighted({ text, positions }: Props): VNode {
  const marked = new Set(positions)
  const parts: { text: string; isMarked: boolean }[] = []
  for (const [at, character] of [...text].entries()) {
    const isMarked = marked.has(at)
    const last = parts.at(-1)
    if (last?.isMarked === isMarked) last.text += character
    else parts.push({ text: character, isMarked })
  }
  return <>{parts.map((part, index) => (part.isMarked ? <mark key={index}>{part.text}</mark> : part.text))}</>
}
