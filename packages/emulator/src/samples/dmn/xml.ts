import { document, element, escapeXml } from '../../xml.ts'
import { required, writeUnaryTest } from '../feel.ts'
import type { DecisionModel, DecisionTable } from './model.ts'

const DECISION = { width: 180, height: 80 }
const INPUT = { width: 125, height: 45 }
/** The center of the first column. */
const LEFT = 240
const TOP = 120
const COLUMN_WIDTH = 220
const ROW_HEIGHT = 160

/** Writes the model as DMN 1.3 XML, with its requirements diagram: each decision is above its requirements. */
export function writeDmn(model: DecisionModel): string {
  const inputs = inputDataOf(model)
  return document(
    element(
      'definitions',
      {
        xmlns: 'https://www.omg.org/spec/DMN/20191111/MODEL/',
        'xmlns:dmndi': 'https://www.omg.org/spec/DMN/20191111/DMNDI/',
        'xmlns:dc': 'http://www.omg.org/spec/DMN/20180521/DC/',
        'xmlns:di': 'http://www.omg.org/spec/DMN/20180521/DI/',
        'xmlns:modeler': 'http://camunda.org/schema/modeler/1.0',
        id: model.id,
        name: model.name,
        namespace: 'http://camunda.org/schema/1.0/dmn',
        'modeler:executionPlatform': 'Camunda Cloud',
        'modeler:executionPlatformVersion': '8.7.0',
      },
      ...model.decisions.map(writeDecision),
      ...[...inputs].map(([id, name]) => element('inputData', { id, name })),
      element('dmndi:DMNDI', {}, element('dmndi:DMNDiagram', {}, ...writeShapes(model), ...writeEdges(model))),
    ),
  )
}

/** The input variables: id and name of each. */
function inputDataOf(model: DecisionModel): Map<string, string> {
  const inputs = model.decisions.flatMap((decision) => outsideInputs(decision))
  return new Map(inputs.map(({ variable, name }) => [inputId(variable), name]))
}

const inputId = (variable: string): string => `Input_${variable}`

const outsideInputs = ({ inputs, requires = [] }: DecisionTable): DecisionTable['inputs'] =>
  inputs.filter(({ variable }) => !requires.includes(variable))

/** Ids of the inputs and decisions that a decision requires. */
const needsOf = (decision: DecisionTable): string[] => [
  ...(decision.requires ?? []),
  ...outsideInputs(decision).map(({ variable }) => inputId(variable)),
]

const requirementId = (decision: DecisionTable, needed: string): string => `Requirement_${decision.id}_${needed}`

function writeDecision(decision: DecisionTable): string {
  const { id, name, inputs, outputs, rules, requires = [] } = decision
  return element(
    'decision',
    { id, name },
    element('variable', { id: `Variable_${id}`, name: id }),
    ...needsOf(decision).map((needed) =>
      element(
        'informationRequirement',
        { id: requirementId(decision, needed) },
        element(requires.includes(needed) ? 'requiredDecision' : 'requiredInput', { href: `#${needed}` }),
      ),
    ),
    element(
      'decisionTable',
      { id: `Table_${id}`, hitPolicy: 'UNIQUE' },
      ...inputs.map(({ id: inputId, name: label, variable, type, isRequired }) =>
        element(
          'input',
          { id: inputId, label },
          element(
            'inputExpression',
            { id: `Expression_${inputId}`, typeRef: type },
            text(isRequired ? required(variable) : variable),
          ),
        ),
      ),
      ...outputs.map(({ id: outputId, label, name: output, type }) =>
        element('output', { id: outputId, label, name: output, typeRef: type }),
      ),
      ...rules.map(({ id: ruleId, when, gives }) =>
        element(
          'rule',
          { id: ruleId },
          ...when.map((test, index) =>
            element('inputEntry', { id: `${ruleId}_in_${index + 1}` }, text(test ? writeUnaryTest(test) : '')),
          ),
          ...gives.map((value, index) =>
            element('outputEntry', { id: `${ruleId}_out_${index + 1}` }, text(JSON.stringify(value))),
          ),
        ),
      ),
    ),
  )
}

const text = (content: string): string => element('text', {}, escapeXml(content))

/** The layout: decisions stacked with the last one at the top, and inputs side by side at the bottom. */
function boundsOf(model: DecisionModel): Map<string, { x: number; y: number; width: number; height: number }> {
  const inputIds = [...inputDataOf(model).keys()]
  const middle = LEFT + ((inputIds.length - 1) * COLUMN_WIDTH) / 2
  const decisions = model.decisions.toReversed().map(({ id }, row) => {
    return [id, { x: middle - DECISION.width / 2, y: TOP + row * ROW_HEIGHT, ...DECISION }] as const
  })
  const inputs = inputIds.map((id, column) => {
    const x = LEFT + column * COLUMN_WIDTH - INPUT.width / 2
    return [id, { x, y: TOP + decisions.length * ROW_HEIGHT, ...INPUT }] as const
  })
  return new Map([...decisions, ...inputs])
}

function writeShapes(model: DecisionModel): string[] {
  return [...boundsOf(model)].map(([id, bounds]) =>
    element('dmndi:DMNShape', { id: `${id}_di`, dmnElementRef: id }, element('dc:Bounds', bounds)),
  )
}

function writeEdges(model: DecisionModel): string[] {
  const bounds = boundsOf(model)
  return model.decisions.flatMap((decision) => {
    const needs = needsOf(decision)
    return needs.map((needed, index) => {
      const from = bounds.get(needed)
      const to = bounds.get(decision.id)
      if (!from || !to) throw new Error(`${model.id} has no ${needed}`)
      const id = requirementId(decision, needed)
      // Arrows end side by side at the decision's lower edge.
      const end = { x: to.x + (to.width * (index + 1)) / (needs.length + 1), y: to.y + to.height }
      return element(
        'dmndi:DMNEdge',
        { id: `${id}_di`, dmnElementRef: id },
        element('di:waypoint', { x: from.x + from.width / 2, y: from.y }),
        element('di:waypoint', { x: end.x, y: end.y + 20 }),
        element('di:waypoint', end),
      )
    })
  })
}
