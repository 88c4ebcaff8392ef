import type { VNode } from 'preact'
import { useLoaded } from '../use-loaded.ts'
import type { Language } from './pieces.ts'

interface Props {
  readonly text: string
  readonly language: Language
}

/** Longer texts are not colored, because each colored word is an element. */
const MOST = 60_000

/** A text in the colors of its language. Plain at first, because the highlighter is loaded on first use. */
export function Colored({ text, language }: Props): VNode {
  const pieces = useLoaded(async () => {
    if (text.length > MOST) return undefined
    const { toPieces } = await import('./pieces.ts')
    return toPieces(text, language)
  }, [text, language])
  if (pieces.state !== 'ready' || !pieces.value) return <>{text}</>
  return (
    <>
      {pieces.value.map(({ text: part, classes }, index) =>
        classes === '' ? (
          part
        ) : (
          <span key={index} class={classes}>
            {part}
          </span>
        ),
      )}
    </>
  )
}
