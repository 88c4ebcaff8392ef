import type { Problems } from './problems.ts'
import type { ElementModel, ElementType, ProcessModel } from './process-model.ts'

/** Elements that a token passes without waiting, unless a worker does their work. */
const PASSED: ReadonlySet<ElementType> = new Set([
  'BUSINESS_RULE_TASK',
  'CALL_ACTIVITY',
  'END_EVENT',
  'EXCLUSIVE_GATEWAY',
  'INCLUSIVE_GATEWAY',
  'INTERMEDIATE_THROW_EVENT',
  'MANUAL_TASK',
  'MULTI_INSTANCE_BODY',
  'PARALLEL_GATEWAY',
  'SCRIPT_TASK',
  'START_EVENT',
  'SUB_PROCESS',
  'TASK',
])

/** A loop is rejected only if it contains one of these. Camunda accepts others, such as a loop of gateways only. */
const REJECTED: ReadonlySet<ElementType> = new Set([
  'BUSINESS_RULE_TASK',
  'CALL_ACTIVITY',
  'INTERMEDIATE_THROW_EVENT',
  'MANUAL_TASK',
  'SCRIPT_TASK',
  'TASK',
])

/** Reports loops that a token could run through forever without waiting, which Camunda rejects. */
export function reportEndlessLoops({ elements }: ProcessModel, problems: Problems): void {
  const reported = new Set<ElementModel>()
  for (const element of elements.values()) {
    if (!REJECTED.has(element.type) || !isPassed(element) || reported.has(element)) continue
    const loop = findLoop(element)
    if (loop === undefined) continue
    for (const member of loop) reported.add(member)
    const ids = loop.map(({ id }) => id).join(' > ')
    problems.add(element.id, `A token would never wait in this loop: ${ids}.`)
  }
}

/** The shortest path from an element back to itself. */
function findLoop(start: ElementModel): readonly ElementModel[] | undefined {
  const cameFrom = new Map<ElementModel, ElementModel>()
  const queue = [start]
  // The list grows while it is read.
  for (const element of queue) {
    for (const next of nextOf(element)) {
      if (next === start) return [...wayTo(element, start, cameFrom), start]
      if (cameFrom.has(next) || !isPassed(next)) continue
      cameFrom.set(next, element)
      queue.push(next)
    }
  }
  return undefined
}

function wayTo(
  element: ElementModel,
  start: ElementModel,
  cameFrom: ReadonlyMap<ElementModel, ElementModel>,
): readonly ElementModel[] {
  const way = [element]
  for (let at = element; at !== start; ) {
    at = cameFrom.get(at) as ElementModel
    way.unshift(at)
  }
  return way
}

function isPassed({ type, job }: ElementModel): boolean {
  return PASSED.has(type) && job === undefined
}

function nextOf({ type, outgoing, parent, startEvent, children }: ElementModel): readonly ElementModel[] {
  if (type === 'SUB_PROCESS') return startEvent === undefined ? [] : [startEvent]
  if (type === 'MULTI_INSTANCE_BODY') return children
  // The called process is not followed, since it may be in another file.
  if (type === 'CALL_ACTIVITY') return []
  const flows = outgoing.length > 0 ? outgoing : (parent?.outgoing ?? [])
  return flows.map(({ target }) => target)
}
