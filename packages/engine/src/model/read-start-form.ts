import { extension, type ModdleElement } from './moddle.ts'

/** The id of the form for starting a process; null if it has no form that is deployed separately. */
export function readStartForm({ flowElements = [] }: ModdleElement): string | null {
  const startEvents = flowElements.filter(({ $type }) => $type === 'bpmn:StartEvent')
  const ids = startEvents.map((event) => extension(event, 'zeebe:FormDefinition')?.formId?.trim())
  return ids.find((id) => id !== undefined && id !== '') ?? null
}
