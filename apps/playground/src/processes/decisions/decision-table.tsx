import type { VNode } from 'preact'
import { Colored } from '../../ui/colored/colored.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { toWords } from '../words.ts'
import { XmlText } from '../xml/xml-text.tsx'
import { type DmnColumn, type DmnTable, readDmn } from './read-dmn.ts'

interface Props {
  readonly xml: string
  readonly decisionId: string
  readonly title: string
  /** Positions of the matched rules, from 1. */
  readonly matched?: ReadonlySet<number> | undefined
}

/** The logic of a decision: its table, its expression, or the XML if neither can be read. */
export function DecisionTable({ xml, decisionId, title, matched = new Set() }: Props): VNode {
  const reading = readDmn(xml, decisionId)
  if (reading.type === 'unreadable') return <XmlText xml={xml} problem={reading.problem} />
  if (reading.type === 'expression')
    return (
      <pre class="expression">
        <Colored text={reading.text} language="feel" />
      </pre>
    )
  return <Table table={reading} title={title} matched={matched} />
}

interface TableProps {
  readonly table: DmnTable
  readonly title: string
  readonly matched: ReadonlySet<number>
}

function Table({ table: { hitPolicy, inputs, outputs, rules }, title, matched }: TableProps): VNode {
  const hasAnnotations = rules.some(({ annotation }) => annotation !== '')
  return (
    <ScrollRegion class="records" label={`Decision table of ${title}`}>
      <table class="dmn">
        <caption>
          Hit policy: <strong>{toWords(hitPolicy)}</strong>
        </caption>
        <thead>
          <tr>
            <td rowSpan={2} />
            <th scope="colgroup" colSpan={Math.max(1, inputs.length)}>
              When
            </th>
            <th scope="colgroup" colSpan={Math.max(1, outputs.length)} class="dmn-output">
              Then
            </th>
            {hasAnnotations && (
              <th scope="col" rowSpan={2}>
                Annotation
              </th>
            )}
          </tr>
          <tr>
            {inputs.length === 0 && <td />}
            {inputs.map((column, index) => (
              <Column key={`${index} ${column.title}`} column={column} />
            ))}
            {outputs.map((column, index) => (
              <Column key={`${index} ${column.title}`} column={column} kind="dmn-output" />
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.map(({ id, inputs: tests, outputs: values, annotation }, index) => (
            <tr key={id} class={matched.has(index + 1) ? 'is-matched' : undefined}>
              <th scope="row">
                {index + 1}
                {matched.has(index + 1) && <span class="matched"> ✓ matched</span>}
              </th>
              {inputs.length === 0 && <td />}
              {tests.map((test, column) => (
                <td key={column}>{test ? <Feel text={test} /> : <span class="quiet">any</span>}</td>
              ))}
              {values.map((value, column) => (
                <td key={column} class="dmn-output">
                  <Feel text={value} />
                </td>
              ))}
              {hasAnnotations && <td>{annotation}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Feel({ text }: { readonly text: string }): VNode {
  return (
    <code>
      <Colored text={text} language="feel" />
    </code>
  )
}

function Column({
  column: { title, expression, type },
  kind,
}: {
  readonly column: DmnColumn
  readonly kind?: string
}): VNode {
  return (
    <th scope="col" class={kind}>
      {title}
      <span class="quiet">
        {expression !== title && <code>{expression}</code>} {type}
      </span>
    </th>
  )
}
