import { messageOf } from '../../message-of.ts'
import { childrenOf, readXml, type XmlElement } from '../xml/read-xml.ts'

/** A column of a decision table. */
export interface DmnColumn {
  readonly title: string
  /** The tested expression, or the name of the output. */
  readonly expression: string
  readonly type: string | undefined
}

export interface DmnRule {
  readonly id: string
  /** FEEL tests, one per input; empty if any value matches. */
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly annotation: string
}

export interface DmnTable {
  readonly type: 'table'
  readonly hitPolicy: string
  readonly inputs: readonly DmnColumn[]
  readonly outputs: readonly DmnColumn[]
  readonly rules: readonly DmnRule[]
}

/** The logic of a decision. */
export type DmnReading =
  | DmnTable
  | { readonly type: 'expression'; readonly text: string }
  | { readonly type: 'unreadable'; readonly problem: string }

/** Reads one decision of a DMN file of any version. Accepts any text. */
export function readDmn(xml: string, decisionId: string): DmnReading {
  try {
    return readDecision(readXml(xml), decisionId)
  } catch (error) {
    const problem = messageOf(error)
    return { type: 'unreadable', problem: `This is not well-formed XML: ${problem}.` }
  }
}

function readDecision(definitions: XmlElement, decisionId: string): DmnReading {
  const decisions = childrenOf(definitions, 'decision')
  const decision = decisions.find(({ attributes }) => attributes.get('id') === decisionId)
  if (!decision) return { type: 'unreadable', problem: 'This DMN does not contain the decision.' }
  const [table] = childrenOf(decision, 'decisionTable')
  if (table) return readTable(table)
  const [expression] = childrenOf(decision, 'literalExpression')
  if (expression) return { type: 'expression', text: textOf(expression) }
  return { type: 'unreadable', problem: 'This decision is neither a table nor an expression.' }
}

function readTable(table: XmlElement): DmnTable {
  const { attributes } = table
  return {
    type: 'table',
    hitPolicy: [attributes.get('hitPolicy') || 'UNIQUE', attributes.get('aggregation')].filter(Boolean).join(' '),
    inputs: childrenOf(table, 'input').map((input) => {
      const [expression] = childrenOf(input, 'inputExpression')
      const tested = textOf(expression)
      return {
        title: input.attributes.get('label') || tested,
        expression: tested,
        type: expression?.attributes.get('typeRef'),
      }
    }),
    outputs: childrenOf(table, 'output').map(({ attributes }) => {
      const name = attributes.get('name') ?? ''
      return { title: attributes.get('label') || name, expression: name, type: attributes.get('typeRef') }
    }),
    rules: childrenOf(table, 'rule').map((rule) => ({
      id: rule.attributes.get('id') ?? '',
      inputs: childrenOf(rule, 'inputEntry').map(textOf),
      outputs: childrenOf(rule, 'outputEntry').map(textOf),
      annotation: childrenOf(rule, 'description')[0]?.text.trim() ?? '',
    })),
  }
}

/** Returns the content of the nested `text` element. */
function textOf(element: XmlElement | undefined): string {
  return childrenOf(element, 'text')[0]?.text.trim() ?? ''
}
