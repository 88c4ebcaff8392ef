import fc from 'fast-check'
import {
  boundary,
  catchEvent,
  element,
  endEvent,
  error,
  escalation,
  eventSubProcess,
  flow,
  message,
  multiInstance,
  on,
  process,
  signal,
  start,
  subProcess,
  taskListeners,
  throwEvent,
  userTask,
} from './models.ts'

const kinds = ['message', 'signal', 'timer', 'error', 'escalation', 'conditional'] as const
type EventKind = (typeof kinds)[number]

/** An event on the border of an activity or at the start of an event sub-process, and what follows it. */
export interface Handler {
  readonly event: EventKind
  readonly isInterrupting: boolean
  readonly work: Activity
}

export interface Scope {
  /** One after the other, or side by side. */
  readonly isParallel: boolean
  readonly activities: readonly Activity[]
  readonly handlers: readonly Handler[]
  readonly end: 'none' | 'error' | 'escalation' | 'terminate' | 'compensation' | 'signal'
}

export interface Activity {
  readonly kind: 'job' | 'scope' | 'call' | 'ad-hoc' | 'wait' | 'race' | 'user' | 'escalate' | 'compensate' | 'signal'
  readonly scope?: Scope
  readonly boundaries: readonly Handler[]
  readonly loop?:
    | { readonly isSequential: boolean; readonly count: number; readonly until?: number | undefined }
    | undefined
  readonly hasListeners: boolean
  readonly isCompensated: boolean
}

export const arbitraryScope: fc.Arbitrary<Scope> = fc.letrec<{ scope: Scope; activity: Activity; handler: Handler }>(
  (tie) => {
    const loop = fc.record({
      isSequential: fc.boolean(),
      count: fc.nat(3),
      until: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
    })
    const rest = {
      boundaries: fc.array(tie('handler'), { maxLength: 2 }),
      loop: fc.option(loop, { nil: undefined, freq: 3 }),
      hasListeners: fc.boolean(),
      isCompensated: fc.boolean(),
    }
    return {
      handler: fc.record({
        event: fc.constantFrom(...kinds),
        isInterrupting: fc.boolean(),
        work: fc.oneof(
          { maxDepth: 3, depthIdentifier: 'd' },
          fc.record({
            kind: fc.constant('job'),
            boundaries: fc.constant([]),
            hasListeners: fc.boolean(),
            isCompensated: fc.boolean(),
          }),
          tie('activity'),
        ),
      }) as fc.Arbitrary<Handler>,
      scope: fc.record({
        isParallel: fc.boolean(),
        activities: fc.array(tie('activity'), { minLength: 1, maxLength: 3, depthIdentifier: 'd' }),
        handlers: fc.array(tie('handler'), { maxLength: 2, depthIdentifier: 'd' }),
        end: fc.constantFrom('none', 'none', 'none', 'error', 'escalation', 'terminate', 'compensation', 'signal'),
      }) as fc.Arbitrary<Scope>,
      activity: fc.oneof(
        { maxDepth: 3, depthIdentifier: 'd' },
        fc.record({
          kind: fc.constantFrom('job', 'job', 'wait', 'race', 'user', 'escalate', 'compensate', 'signal'),
          boundaries: fc.constant([]),
          hasListeners: fc.boolean(),
          isCompensated: fc.boolean(),
        }),
        fc.record({ kind: fc.constantFrom('job', 'job', 'user'), ...rest }),
        fc.record({ kind: fc.constantFrom('scope', 'scope', 'call', 'ad-hoc'), scope: tie('scope'), ...rest }),
      ) as fc.Arbitrary<Activity>,
    }
  },
).scope

/** Holds for a variable, which a change of it may trigger. */
const conditional = (condition: string): string =>
  `<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">${condition}</bpmn:condition></bpmn:conditionalEventDefinition>`

const roots = [message('news', '= "A"'), signal('all'), error('broken'), escalation('help')].join('\n')

const definitionOf: Readonly<Record<EventKind, string>> = {
  message: on.message('news'),
  signal: on.signal('all'),
  timer: on.timer('duration', 'PT1M'),
  error: on.error('broken'),
  escalation: on.escalation('help'),
  conditional: conditional('= x = 1'),
}
const compensate = '<bpmn:compensateEventDefinition />'
const ACTIVITIES: readonly Activity['kind'][] = ['job', 'user', 'scope', 'call', 'ad-hoc']
const ends: Readonly<Record<Scope['end'], string>> = {
  none: '',
  error: on.error('broken'),
  escalation: on.escalation('help'),
  terminate: on.terminate,
  compensation: compensate,
  signal: on.signal('all'),
}

/** One way in, at the element `id`; one way out, at `last` or there too. */
interface Piece {
  readonly id: string
  readonly last?: string
  readonly xml: string
}

/** The files of a process and of those that it calls. */
export function toFiles(scope: Scope): string[] {
  let count = 0
  const id = (name: string): string => `${name}-${++count}`
  const files: string[] = []

  function content(of: Scope): string {
    const [begin, finish] = [id('start'), id('end')]
    const pieces = of.activities.map((one) => write(one))
    const parts = [start(begin), endEvent(finish, ends[of.end]), ...pieces.map(({ xml }) => xml)]
    if (of.isParallel && pieces.length > 1) {
      // Without a join, since a token that takes another way would never arrive there.
      const fork = id('fork')
      parts.push(element('parallelGateway', fork), flow(begin, fork))
      for (const [index, piece] of pieces.entries()) {
        const last = index === 0 ? finish : id('end')
        if (index > 0) parts.push(endEvent(last, ''))
        parts.push(flow(fork, piece.id), flow(piece.last ?? piece.id, last))
      }
    } else {
      let from = begin
      for (const piece of pieces) {
        parts.push(flow(from, piece.id))
        from = piece.last ?? piece.id
      }
      parts.push(flow(from, finish))
    }
    // A scope catches an error or an escalation of one code once.
    const seen = new Set<string>()
    for (const handler of of.handlers) {
      if (seen.has(handler.event)) continue
      seen.add(handler.event)
      const work = write(handler.work)
      const done = id('end')
      const name = id('handler')
      const isInterrupting = handler.isInterrupting || handler.event === 'error'
      const inside = [
        work.xml,
        endEvent(done, ''),
        flow(`${name}-start`, work.id),
        flow(work.last ?? work.id, done),
      ].join('\n')
      parts.push(eventSubProcess(name, definitionOf[handler.event], inside, isInterrupting))
    }
    return parts.join('\n')
  }

  function write(activity: Activity): Piece {
    const name = id(activity.kind)
    const listeners = activity.hasListeners
      ? '<zeebe:executionListeners><zeebe:executionListener eventType="start" type="listen" /><zeebe:executionListener eventType="end" type="listen" /></zeebe:executionListeners>'
      : ''
    const loop = activity.loop
      ? multiInstance({
          isSequential: activity.loop.isSequential,
          inputCollection: `= [${Array.from({ length: activity.loop.count }, (_, index) => index).join(', ')}]`,
          inputElement: 'item',
          outputCollection: 'results',
          outputElement: '= item',
          ...(activity.loop.until !== undefined && {
            completionCondition: `= numberOfCompletedInstances >= ${activity.loop.until}`,
          }),
        })
      : ''
    const around = ACTIVITIES.includes(activity.kind) ? borders(activity, name) : ''
    switch (activity.kind) {
      case 'job':
        return {
          id: name,
          xml: element('serviceTask', name, `<zeebe:taskDefinition type="work" />${listeners}`, loop) + around,
        }
      case 'user': {
        const task = activity.hasListeners
          ? taskListeners(['creating', 'listen'], ['completing', 'listen'], ['canceling', 'listen'])
          : ''
        return { id: name, xml: userTask(name, task, loop) + around }
      }
      case 'race': {
        const [one, other, merge] = [id('wait'), id('timer'), id('merge')]
        return {
          id: name,
          last: merge,
          xml: [
            element('eventBasedGateway', name),
            catchEvent(one, on.message('news')),
            catchEvent(other, on.timer('duration', 'PT1M')),
            throwEvent(merge),
            flow(name, one),
            flow(name, other),
            flow(one, merge),
            flow(other, merge),
          ].join('\n'),
        }
      }
      case 'wait':
        return { id: name, xml: catchEvent(name, on.message('news'), listeners) }
      case 'escalate':
        return { id: name, xml: throwEvent(name, on.escalation('help'), listeners) }
      case 'compensate':
        return { id: name, xml: throwEvent(name, compensate, listeners) }
      case 'signal':
        return { id: name, xml: throwEvent(name, on.signal('all'), listeners) }
      case 'scope':
        return { id: name, xml: subProcess(name, loop + content(activity.scope as Scope), listeners) + around }
      case 'ad-hoc': {
        // Each activity runs by itself, beside the others.
        const inner = activity.scope?.activities.map(write) ?? []
        const active = inner.map((piece) => `"${piece.id}"`).join(', ')
        const condition = activity.isCompensated
          ? '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">= x = 1</bpmn:completionCondition>'
          : ''
        const adHoc = `<zeebe:adHoc activeElementsCollection='= [${active}]' />`
        const content = loop + inner.map(({ xml }) => xml).join('\n') + condition
        return { id: name, xml: element('adHocSubProcess', name, adHoc + listeners, content) + around }
      }
      case 'call': {
        files.push(process(content(activity.scope as Scope), name, roots))
        const called = `<zeebe:calledElement processId="${name}" />`
        return { id: name, xml: element('callActivity', name, called + listeners, loop) + around }
      }
    }
  }

  function borders(activity: Activity, name: string): string {
    const parts: string[] = []
    const seen = new Set<string>()
    for (const handler of activity.boundaries) {
      if (seen.has(handler.event)) continue
      seen.add(handler.event)
      const event = id('border')
      const work = write(handler.work)
      const isInterrupting = handler.isInterrupting || handler.event === 'error'
      parts.push(boundary(event, name, definitionOf[handler.event], isInterrupting), work.xml, flow(event, work.id))
    }
    if (activity.isCompensated) {
      const [event, handler] = [id('undo'), id('undone')]
      parts.push(
        boundary(event, name, compensate),
        element('serviceTask', handler, '<zeebe:taskDefinition type="work" />', '', 'isForCompensation="true"'),
        `<bpmn:association id="${id('association')}" sourceRef="${event}" targetRef="${handler}" associationDirection="One" />`,
      )
    }
    return parts.join('\n')
  }

  const main = process(content(scope), 'process', roots)
  return [main, ...files]
}
