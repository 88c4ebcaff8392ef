import { signal } from '@preact/signals'
import type { ComponentChildren, VNode } from 'preact'
import { Choice } from '../../../ui/choice.tsx'
import { jsonText } from '../keep/json-text.ts'
import { FileAnswer } from './file-answer.tsx'
import { listOf } from './list-of.ts'
import { Table } from './table.tsx'
import { TextAnswer } from './text-answer.tsx'
import { Tree } from './tree.tsx'

type Shape = 'table' | 'tree' | 'json'

/** The preferred view, kept for the next responses. */
const liked = signal<Shape>('table')

const table = { name: 'table', title: 'Table' } as const
const others = [
  { name: 'tree', title: 'Tree' },
  { name: 'json', title: 'JSON' },
] as const

interface Props {
  readonly value: unknown
  /** Actions for the value, next to the choice of the view. */
  readonly children: ComponentChildren
}

/** The result of an operation: text unchanged, JSON in the selected view. */
export function ValueView({ value, children }: Props): VNode {
  if (value instanceof File) return <FileAnswer file={value} />
  if (typeof value === 'string') {
    return (
      <>
        <div class="answer-bar">{children}</div>
        <TextAnswer text={value} />
      </>
    )
  }
  const list = listOf(value)
  const choices = list ? [table, ...others] : others
  const shape = choices.find(({ name }) => name === liked.value)?.name ?? 'tree'
  const choose = (name: Shape): void => {
    liked.value = name
  }
  return (
    <>
      <div class="answer-bar">
        <Choice label="Shown as" choices={choices} chosen={shape} onChoose={choose} />
        {children}
      </div>
      {shape === 'json' && <TextAnswer text={jsonText(value)} />}
      {shape === 'tree' && <Tree value={value} />}
      {shape === 'table' && list && (list.items.length > 0 ? <Table items={list.items} /> : <p>No items.</p>)}
    </>
  )
}
