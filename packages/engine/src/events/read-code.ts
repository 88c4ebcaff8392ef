import type { Expression } from '../feel/expression.ts'
import type { ElementDraft, Reading } from '../model/draft.ts'
import type { ModdleElement } from '../model/moddle.ts'

/** The error or escalation code that an event throws or catches; undefined if it catches all codes. */
export function readCode(
  definition: ModdleElement | undefined,
  code: string | undefined,
  draft: ElementDraft,
  reading: Reading,
): Expression | undefined {
  const isThrown = draft.type === 'END_EVENT' || draft.type === 'INTERMEDIATE_THROW_EVENT'
  if (definition === undefined || !code) {
    if (isThrown) reading.problems.add(draft.id, 'An event that throws needs a code.')
    return undefined
  }
  const expression = reading.expression(definition, code)
  if (!isThrown && !expression.isStatic)
    reading.problems.add(draft.id, 'The code of an event that catches must be fixed.')
  return expression
}
