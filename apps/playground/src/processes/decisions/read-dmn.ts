/** A column of a decision table. */
export interface DmnColumn {
  readonly title: string
  /** What it tests, or the name of what it gives. */
  readonly expression: string
  readonly type: string | undefined
}

export interface DmnRule {
  readonly id: string
  /** FEEL tests, one per input; empty where anything matches. */
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

/** What a decision is made of. */
export type DmnReading =
  | DmnTable
  | { readonly type: 'expression'; readonly text: string }
  | { readonly type: 'unreadable'; readonly problem: string }

/** The child elements of a name, whatever the version of DMN their namespace stands for. */
function children(parent: Element | undefined, name: string): readonly Element[] {
  return [...(parent?.children ?? [])].filter(({ localName }) => localName === name)
}

/** The content of the `text` element within. */
function textOf(parent: Element | undefined): string {
  return children(parent, 'text')[0]?.textContent?.trim() ?? ''
}

/** Reads one decision of a DMN. The XML may be anything; what it holds are texts and nothing else. */
export function readDmn(xml: string, decisionId: string): DmnReading {
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  if (document.querySelector('parsererror')) return { type: 'unreadable', problem: 'This is not well-formed XML.' }
  const decisions = children(document.documentElement, 'decision')
  const decision = decisions.find((candidate) => candidate.getAttribute('id') === decisionId)
  if (!decision) return { type: 'unreadable', problem: 'This DMN does not hold the decision.' }
  const [table] = children(decision, 'decisionTable')
  if (table) return readTable(table)
  const [expression] = children(decision, 'literalExpression')
  if (expression) return { type: 'expression', text: textOf(expression) }
  return { type: 'unreadable', problem: 'This decision is neither a table nor an expression.' }
}

function readTable(table: Element): DmnTable {
  return {
    type: 'table',
    hitPolicy: [table.getAttribute('hitPolicy') || 'UNIQUE', table.getAttribute('aggregation')]
      .filter(Boolean)
      .join(' '),
    inputs: children(table, 'input').map((input) => {
      const [expression] = children(input, 'inputExpression')
      const tested = textOf(expression)
      return {
        title: input.getAttribute('label') || tested,
        expression: tested,
        type: expression?.getAttribute('typeRef') ?? undefined,
      }
    }),
    outputs: children(table, 'output').map((output) => {
      const name = output.getAttribute('name') ?? ''
      const type = output.getAttribute('typeRef') ?? undefined
      return { title: output.getAttribute('label') || name, expression: name, type }
    }),
    rules: children(table, 'rule').map((rule) => ({
      id: rule.getAttribute('id') ?? '',
      inputs: children(rule, 'inputEntry').map(textOf),
      outputs: children(rule, 'outputEntry').map(textOf),
      annotation: children(rule, 'description')[0]?.textContent?.trim() ?? '',
    })),
  }
}
