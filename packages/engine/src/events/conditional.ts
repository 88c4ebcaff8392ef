import type { ConditionalEventModel } from '../model/event-model.ts'
import { extension, type ModdleElement } from '../model/moddle.ts'
import { requireExpression } from '../model/require-expression.ts'
import { waitForCondition } from '../run/conditions.ts'
import type { EventKind } from './event-kind.ts'

export const conditional: EventKind = {
  kind: 'conditional',
  read(definition, draft, reading) {
    const text = definition.condition?.body
    if (!text) {
      reading.problems.add(draft.id, 'A conditional event needs a condition.')
      return undefined
    }
    const condition = requireExpression({ $type: definition.$type, id: draft.id }, text, 'condition', reading)
    const filter = extension(definition, 'zeebe:ConditionalFilter')
    const variableEvents = readList(filter?.variableEvents).map((name) => {
      if (name === 'create' || name === 'update') return name
      reading.problems.add(draft.id, `The variable event '${name}' must be 'create' or 'update'.`)
      return 'update'
    })
    return { kind: 'conditional', condition, variableNames: readNames(filter, condition.variables), variableEvents }
  },
  prepare(runtime, owner, event) {
    return () => waitForCondition(runtime, owner, event, event.event as ConditionalEventModel)
  },
}

/** Without a filter, the variables in the condition are relevant. */
function readNames(filter: ModdleElement | undefined, inCondition: readonly string[]): readonly string[] {
  const names = readList(filter?.variableNames)
  return names.length > 0 ? names : inCondition
}

function readList(text = ''): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
