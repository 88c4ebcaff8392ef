import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { countText } from '../quantity.ts'
import { shorten } from './preview.ts'

const LONG_TEXT = 20_000

/** An answer that is text, such as XML or CSV. Whatever stands in it is shown and never interpreted. */
export function TextAnswer({ text }: { readonly text: string }): VNode {
  const [whole, setWhole] = useState(false)
  if (text === '') return <p class="quiet">The answer is empty.</p>
  const isCut = !whole && text.length > LONG_TEXT
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by the keyboard */}
      <pre class="answer-text" tabIndex={0}>
        {isCut ? shorten(text, LONG_TEXT) : text}
      </pre>
      {isCut && (
        <button type="button" class="more" onClick={() => setWhole(true)}>
          Show all {countText(text.length, 'character')}
        </button>
      )}
    </>
  )
}
