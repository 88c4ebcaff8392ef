import type { VNode } from 'preact'
import { highlight } from './highlight.ts'

interface Props {
  readonly code: string
  readonly language: 'script' | 'shell'
}

/** Code to read. */
export function Code({ code, language }: Props): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <pre class="code" tabIndex={0}>
      <code>
        {highlight(code, language).map(({ text, kind }, index) =>
          kind ? (
            <span key={index} class={`code-${kind}`}>
              {text}
            </span>
          ) : (
            text
          ),
        )}
      </code>
    </pre>
  )
}
