import { signal } from '@preact/signals'
import type { VNode } from 'preact'
import { Choice } from '../../ui/choice.tsx'
import { jsonText } from './json-text.ts'
import { listOf } from './list-of.ts'
import { Table } from './table.tsx'
import { TextAnswer } from './text-answer.tsx'
import { Tree } from './tree.tsx'

type Shape = 'table' | 'tree' | 'json'

/** How the person likes to read: kept from answer to answer. */
const liked = signal<Shape>('table')

const table = { name: 'table', title: 'Table' } as const
const others = [
  { name: 'tree', title: 'Tree' },
  { name: 'json', title: 'JSON' },
] as const

/** A JSON value in the shape that the person chose among those that it has. */
export function ValueView({ value }: { readonly value: unknown }): VNode {
  const list = listOf(value)
  const choices = list ? [table, ...others] : others
  const shape = choices.find(({ name }) => name === liked.value)?.name ?? 'tree'
  return (
    <>
      <Choice
        label="Shown as"
        choices={choices}
        chosen={shape}
        onChoose={(name) => {
          liked.value = name
        }}
      />
      {shape === 'json' && <TextAnswer text={jsonText(value)} />}
      {shape === 'tree' && <Tree value={value} />}
      {shape === 'table' && list && (list.items.length > 0 ? <Table items={list.items} /> : <p>No items.</p>)}
    </>
  )
}
