import type { VNode } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { KeyLinks } from './key-links.ts'
import { scalarText, shorten } from './preview.ts'

interface Props {
  readonly value: unknown
  /** Name of the member, which identifies keys. */
  readonly name?: string | undefined
  /** Number of characters shown at first. */
  readonly limit: number
}

/** Text, number, true, false, null, or an empty value. Long text is truncated until it is expanded. */
export function Scalar({ value, name, limit }: Props): VNode {
  const link = useContext(KeyLinks)
  const [whole, setWhole] = useState(false)
  if (typeof value !== 'string') {
    const text = typeof value === 'object' && value !== null ? (Array.isArray(value) ? '[]' : '{}') : scalarText(value)
    return <span class={`scalar scalar-${value === null ? 'null' : typeof value}`}>{text}</span>
  }
  if (value === '') return <span class="scalar scalar-null">empty text</span>
  const address = name === undefined ? undefined : link(name, value)
  if (address !== undefined) {
    return (
      <a class="scalar scalar-string" href={address}>
        {value}
      </a>
    )
  }
  if (value.length <= limit) return <span class="scalar scalar-string">{value}</span>
  return (
    <>
      <span class="scalar scalar-string">{whole ? value : shorten(value, limit)}</span>{' '}
      <button type="button" class="more" onClick={() => setWhole(!whole)}>
        {whole ? 'Show less' : `Show all ${value.length.toLocaleString('en')} characters`}
      </button>
    </>
  )
}
