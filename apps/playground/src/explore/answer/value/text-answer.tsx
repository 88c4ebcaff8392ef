import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Colored } from '../../../ui/colored/colored.tsx'
import type { Language } from '../../../ui/colored/pieces.ts'
import { useLoaded } from '../../../ui/use-loaded.ts'
import { countText } from '../quantity.ts'
import { shorten } from './preview.ts'

const LONG_TEXT = 20_000

/** A text response, such as XML or CSV. It is displayed, never interpreted. */
export function TextAnswer({ text }: { readonly text: string }): VNode {
  const language = languageOf(text)
  const [whole, setWhole] = useState(false)
  if (text === '') return <p class="quiet">The response is empty.</p>
  const isCut = !whole && text.length > LONG_TEXT
  const shown = isCut ? shorten(text, LONG_TEXT) : text
  return (
    <>
      {language === 'xml' && /:BPMNDiagram\b/.test(text) && <Preview xml={text} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by the keyboard */}
      <pre class="answer-text" tabIndex={0}>
        {language ? <Colored text={shown} language={language} /> : shown}
      </pre>
      {isCut && (
        <button type="button" class="more" onClick={() => setWhole(true)}>
          Show all {countText(text.length, 'character')}
        </button>
      )}
    </>
  )
}

/** The diagram of a BPMN file. Its viewer is loaded when it is opened. */
function Preview({ xml }: { readonly xml: string }): VNode {
  const [isOpen, setOpen] = useState(false)
  return (
    <details class="bpmn-preview" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Diagram</summary>
      {isOpen && <LazyPreview xml={xml} />}
    </details>
  )
}

function LazyPreview({ xml }: { readonly xml: string }): VNode {
  const loaded = useLoaded(async () => (await import('./bpmn-preview.tsx')).BpmnPreview, [])
  if (loaded.state === 'failed') throw loaded.error
  if (loaded.state === 'loading') return <p class="loading">Loading …</p>
  const BpmnPreview = loaded.value
  return <BpmnPreview xml={xml} />
}

function languageOf(text: string): Language | undefined {
  if (/^\s*</.test(text)) return 'xml'
  return /^\s*[[{]/.test(text) ? 'json' : undefined
}
