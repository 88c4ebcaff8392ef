import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { MoreButton } from './more-button.tsx'
import { isBranch, preview } from './preview.ts'
import { Scalar } from './scalar.tsx'
import { moveInTree } from './tree-keys.ts'
import { useMore } from './use-more.ts'

const LONG_TEXT = 300
/** Lists and objects with at most this many members are open at first, down to the second level. */
const OPEN_UP_TO = 100

/** A value of any shape as a tree. Its parts open by click or key, and only open parts are rendered. */
export function Tree({ value }: { readonly value: unknown }): VNode {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are for the summaries inside, which are interactive
    <div class="tree" onKeyDown={moveInTree}>
      {isBranch(value) ? <Branch value={value} depth={1} /> : <Scalar value={value} limit={LONG_TEXT} />}
    </div>
  )
}

function Branch({ value, depth }: { readonly value: object; readonly depth: number }): VNode {
  const more = useMore(Object.entries(value))
  return (
    <>
      <ul>
        {more.shown.map(([name, member]) => (
          <li key={name}>
            <Node name={name} value={member} depth={depth} />
          </li>
        ))}
      </ul>
      <MoreButton more={more} />
    </>
  )
}

function Node({
  name,
  value,
  depth,
}: {
  readonly name: string
  readonly value: unknown
  readonly depth: number
}): VNode {
  const [open, setOpen] = useState(depth < 2 && isBranch(value) && Object.keys(value).length <= OPEN_UP_TO)
  if (!isBranch(value)) {
    return (
      <>
        <span class="tree-name">{name}</span> <Scalar value={value} name={name} limit={LONG_TEXT} />
      </>
    )
  }
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="tree-name">{name}</span> <span class="tree-preview">{preview(value)}</span>
      </summary>
      {open && <Branch value={value} depth={depth + 1} />}
    </details>
  )
}
