import { findCalls } from '../feel/find-calls.ts'
import type { AdHocActivity, AdHocModel, AdHocParameter } from './activity-model.ts'
import { draftElement, type ElementDraft, freezeElement, type Reading } from './draft.ts'
import { extension, type ModdleElement } from './moddle.ts'
import { optionalExpression } from './require-expression.ts'

/** Reads what an ad-hoc sub-process activates, and when it is complete. */
export function readAdHoc(draft: ElementDraft, source: ModdleElement, reading: Reading): AdHocModel {
  const adHoc = extension(source, 'zeebe:AdHoc')
  const condition = source.completionCondition?.body
  const activities = findActivities(source).map((activity) => readActivity(activity, reading))
  validate(draft, source, reading, activities)
  const innerInstance = draftElement(
    { $type: 'zeebe:InnerInstance', id: `${draft.id}#innerInstance` },
    'AD_HOC_SUB_PROCESS_INNER_INSTANCE',
    draft,
  )
  freezeElement(innerInstance)
  return {
    activeElements: optionalExpression(
      source,
      adHoc?.activeElementsCollection,
      'collection of active elements',
      reading,
    ),
    completionCondition: optionalExpression(source, condition, 'completion condition', reading),
    cancelsRemaining: source.cancelRemainingInstances !== false,
    outputCollection: adHoc?.outputCollection || undefined,
    outputElement: optionalExpression(source, adHoc?.outputElement, 'output element', reading),
    innerInstance,
    activities,
  }
}

/** The elements that can be activated: those without an incoming flow. */
function findActivities({ flowElements = [] }: ModdleElement): readonly ModdleElement[] {
  const targets = new Set(flowElements.map(({ targetRef }) => targetRef?.id))
  return flowElements.filter(
    ({ $type, id, triggeredByEvent, isForCompensation }) =>
      !NOT_ACTIVATED.has($type) && triggeredByEvent !== true && isForCompensation !== true && !targets.has(id),
  )
}

const NOT_ACTIVATED = new Set([
  'bpmn:SequenceFlow',
  'bpmn:BoundaryEvent',
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
])

function readActivity(source: ModdleElement, { feel }: Reading): AdHocActivity {
  const documentation = source.documentation?.map(({ text = '' }) => text).join('\n')
  const properties = extension(source, 'zeebe:Properties')?.properties ?? []
  const inputs = extension(source, 'zeebe:IoMapping')?.inputParameters ?? []
  const parameters = inputs.flatMap((input) => findCalls(input.source ?? '', 'fromAi', feel).map(toParameter))
  return {
    elementId: source.id ?? '',
    ...(source.name && { elementName: source.name }),
    ...(documentation && { documentation }),
    ...(properties.length > 0 && {
      properties: Object.fromEntries(properties.map(({ name = '', value = '' }) => [name, value])),
    }),
    ...(parameters.length > 0 && { parameters }),
  }
}

function toParameter(call: ReturnType<typeof findCalls>[number]): AdHocParameter {
  const [value, description, type, schema, options] = PARAMETERS.map((name, index) => call[name] ?? call[index])
  return {
    name: value?.text ?? '',
    ...(description && { description: description.value }),
    ...(type && { type: type.value }),
    ...(schema && { schema: schema.value }),
    ...(options && { options: options.value }),
  }
}

const PARAMETERS = ['value', 'description', 'type', 'schema', 'options'] as const

function validate(
  { id, job }: ElementDraft,
  source: ModdleElement,
  { problems }: Reading,
  activities: readonly AdHocActivity[],
): void {
  const adHoc = extension(source, 'zeebe:AdHoc')
  const types = (source.flowElements ?? []).map(({ $type }) => $type)
  if (activities.length === 0) problems.add(id, 'An ad-hoc sub-process needs at least one activity.')
  for (const type of ['StartEvent', 'EndEvent']) {
    if (types.includes(`bpmn:${type}`)) problems.add(id, `An ad-hoc sub-process must not contain a '${type}'.`)
  }
  if (Boolean(adHoc?.outputCollection) !== Boolean(adHoc?.outputElement)) {
    problems.add(id, 'An output collection and an output element need each other.')
  }
  if (job === undefined) return
  const report = (what: string): void => problems.add(id, `A worker decides, so there must not be ${what}.`)
  if (source.cancelRemainingInstances === false) report("'cancelRemainingInstances' of false")
  if (source.completionCondition?.body) report('a completion condition')
  if (adHoc?.activeElementsCollection) report('a collection of active elements')
}
