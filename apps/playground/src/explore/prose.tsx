import type { VNode } from 'preact'

/** A sentence of a doc comment, with `code` in backticks, and links as text. */
export function Prose({ text }: { readonly text: string }): VNode {
  const parts = text.replaceAll(/\{@link\s+([^}|\s]+)[^}]*\}/g, '`$1`').split(/(`[^`]+`|\*\*[^*]+\*\*)/)
  return (
    <>
      {parts.map((part, index) => {
        if (part.startsWith('`')) return <code key={index}>{part.slice(1, -1)}</code>
        return part.startsWith('**') ? <strong key={index}>{part.slice(2, -2)}</strong> : part
      })}
    </>
  )
}
