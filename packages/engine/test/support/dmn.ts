import { type DecisionEvaluation, evaluateDecision } from '../../src/dmn/evaluate.ts'
import { readDmn } from '../../src/dmn/read-dmn.ts'
import type { RequirementsGraph } from '../../src/dmn/requirements-graph.ts'
import { environment } from './feel.ts'
import { xmlText } from './models.ts'

export interface TableOptions {
  readonly hitPolicy?: string
  readonly aggregation?: string
  /** Expressions. */
  readonly inputs?: readonly string[]
  readonly outputs?: readonly { readonly name?: string; readonly values?: string; readonly defaultValue?: string }[]
  /** Tests and results of each rule. */
  readonly rules: readonly (readonly [tests: readonly string[], results: readonly string[]])[]
}

function text(content: string): string {
  return `<text>${xmlText(content)}</text>`
}

export function table({ hitPolicy, aggregation, inputs = [], outputs = [{}], rules }: TableOptions): string {
  const attributes = `${hitPolicy ? ` hitPolicy="${hitPolicy}"` : ''}${aggregation ? ` aggregation="${aggregation}"` : ''}`
  const columns = [
    ...inputs.map(
      (input, index) =>
        `<input id="in${index + 1}"><inputExpression id="inx${index + 1}">${text(input)}</inputExpression></input>`,
    ),
    ...outputs.map(({ name, values, defaultValue }, index) => {
      const allowed = values === undefined ? '' : `<outputValues>${text(values)}</outputValues>`
      const fallback =
        defaultValue === undefined ? '' : `<defaultOutputEntry>${text(defaultValue)}</defaultOutputEntry>`
      return `<output id="out${index + 1}"${name ? ` name="${name}"` : ''}>${allowed}${fallback}</output>`
    }),
  ]
  const rows = rules.map(
    ([tests, results], index) =>
      `<rule id="rule${index + 1}">
${tests.map((test, column) => `<inputEntry id="t${index + 1}-${column + 1}">${text(test)}</inputEntry>`).join('\n')}
${results.map((result, column) => `<outputEntry id="r${index + 1}-${column + 1}">${text(result)}</outputEntry>`).join('\n')}
</rule>`,
  )
  return `<decisionTable${attributes}>\n${[...columns, ...rows].join('\n')}\n</decisionTable>`
}

export interface DecisionOptions {
  readonly requires?: readonly string[]
  readonly knows?: readonly string[]
  readonly variable?: string
  readonly type?: string
}

export function decision(
  id: string,
  logic: string,
  { requires = [], knows = [], variable, type }: DecisionOptions = {},
): string {
  const name = variable ?? id
  return `<decision id="${id}" name="Decision ${id}">
<variable name="${name}"${type ? ` typeRef="${type}"` : ''} />
${requires.map((other) => `<informationRequirement><requiredDecision href="#${other}" /></informationRequirement>`).join('\n')}
${knows.map((other) => `<knowledgeRequirement><requiredKnowledge href="#${other}" /></knowledgeRequirement>`).join('\n')}
${logic}
</decision>`
}

export function literal(source: string, id?: string): string {
  return `<literalExpression${id ? ` id="${id}"` : ''}>${text(source)}</literalExpression>`
}

export function definitions(...elements: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drg" name="Graph" namespace="http://example.org">
${elements.join('\n')}
</definitions>`
}

export async function read(...elements: readonly string[]): Promise<RequirementsGraph> {
  const { graph, problems } = await readDmn(definitions(...elements), environment)
  if (!graph) throw new Error(problems.map(({ message }) => message).join('\n'))
  return graph
}

export async function problemsOf(xml: string): Promise<readonly string[]> {
  const { problems } = await readDmn(xml, environment)
  return problems.map(({ elementId, line, message }) => `${elementId}:${line} ${message}`)
}

/** Evaluates the one decision of a table. */
export async function evaluateTable(
  options: TableOptions,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<DecisionEvaluation> {
  return evaluateDecision(await read(decision('d', table(options))), 'd', variables)
}
