import { type Block, withoutInclusive } from './blocks.ts'
import {
  boundary,
  catchEvent,
  element,
  endEvent,
  eventSubProcess,
  flow,
  ioMapping,
  message,
  on,
  process,
  serviceTask,
  start,
  subProcess,
  taskListeners,
  throwEvent,
  userTask,
} from './models.ts'

/** A process that consists of a block, and what has to happen in it. */
export interface BlockModel {
  readonly xml: string
  readonly variables: Readonly<Record<string, boolean>>
  /** How often each element completes if every job is completed and no boundary event happens. */
  readonly expected: ReadonlyMap<string, number>
  /** Variables that have to be true so that every gateway finds a way. */
  readonly missing: Readonly<Record<string, true>>
}

export function toModel(block: Block): BlockModel {
  let count = 0
  const nextId = (name: string): string => `${name}-${++count}`
  const variables: Record<string, boolean> = {}
  const missing: Record<string, true> = {}
  const expected = new Map<string, number>()
  const pass = (id: string, times: number): void => {
    if (times > 0) expected.set(id, (expected.get(id) ?? 0) + times)
  }

  interface Piece {
    readonly xml: string
    readonly first: string
    readonly last: string
  }

  function single(id: string, xml: string, times: number): Piece {
    pass(id, times)
    return { xml, first: id, last: id }
  }

  function write(piece: Block, times: number): Piece {
    switch (piece.kind) {
      case 'job': {
        const id = nextId('job')
        return single(id, serviceTask(id, 'work'), times)
      }
      case 'manual': {
        const id = nextId('manual')
        return single(id, element('manualTask', id), times)
      }
      case 'timer': {
        const id = nextId('timer')
        return single(id, catchEvent(id, on.timer('duration', 'PT1M')), times)
      }
      case 'user': {
        const id = nextId('user')
        const listeners = taskListeners(...piece.listeners.map((event) => [event, 'work'] as const))
        return single(id, userTask(id, `<zeebe:assignmentDefinition assignee="jane" />${listeners}`), times)
      }
      case 'sequence': {
        const pieces = piece.blocks.map((inner) => write(inner, times))
        const joints = pieces.slice(1).map((next, index) => flow(pieces[index]?.last ?? '', next.first))
        return {
          xml: [...pieces.map(({ xml }) => xml), ...joints].join('\n'),
          first: pieces[0]?.first ?? '',
          last: pieces.at(-1)?.last ?? '',
        }
      }
      case 'parallel':
        return split(
          'parallelGateway',
          piece.blocks.map((inner) => ({ block: inner, isTaken: true })),
          times,
        )
      case 'exclusive':
      case 'inclusive':
        return choose(piece, times)
      case 'sub-process': {
        const id = nextId('sub')
        const [begin, end] = [nextId('start'), nextId('end')]
        const inner = write(piece.block, times)
        for (const passed of [id, begin, end]) pass(passed, times)
        const xml = [
          start(begin),
          inner.xml,
          endEvent(end, piece.isTerminated ? on.terminate : ''),
          flow(begin, inner.first),
          flow(inner.last, end),
        ]
        return { xml: subProcess(id, xml.join('\n')), first: id, last: id }
      }
      case 'boundary': {
        const id = nextId('guarded')
        const [begin, end] = [nextId('start'), nextId('end')]
        const alarm = nextId('alarm')
        const inner = write(piece.block, times)
        for (const passed of [id, begin, end]) pass(passed, times)
        const content = [start(begin), inner.xml, endEvent(end, ''), flow(begin, inner.first), flow(inner.last, end)]
        const xml = subProcess(id, content.join('\n'))
        const event = boundary(alarm, id, on.message('alarm'), piece.isInterrupting)
        // What does not interrupt has an end of its own; a token that is taken away has to come back.
        if (!piece.isInterrupting) {
          const handled = [endEvent(nextId('handled'), ''), flow(alarm, `handled-${count}`)]
          return { xml: [xml, event, ...handled].join('\n'), first: id, last: id }
        }
        const merge = nextId('merge')
        pass(merge, times)
        const back = [element('exclusiveGateway', merge), flow(id, merge), flow(alarm, merge)]
        return { xml: [xml, event, ...back].join('\n'), first: id, last: merge }
      }
      case 'loop':
        return repeat(piece.block, piece.rounds, times)
      case 'first-event':
        return waitForFirst(piece, times)
    }
  }

  /** Goes through a block several times, counting the rounds in a variable. */
  function repeat(body: Block, rounds: number, times: number): Piece {
    const [begin, merge, counted, again, done] = ['begin', 'merge', 'counted', 'again', 'done'].map(nextId)
    const counter = `n${++count}`
    // A join in a loop would wait for the tokens that come around.
    const inner = write(withoutInclusive(body), times * rounds)
    for (const id of [begin, done]) pass(id as string, times)
    for (const id of [merge, counted, again]) pass(id as string, times * rounds)
    const set = (id: string, value: string): string => throwEvent(id, '', ioMapping({ outputs: { [counter]: value } }))
    const xml = [
      set(begin as string, '= 0'),
      element('exclusiveGateway', merge as string),
      inner.xml,
      serviceTask(counted as string, 'work', ioMapping({ outputs: { [counter]: `= ${counter} + 1` } })),
      element('exclusiveGateway', again as string, '', '', `default="${done}-flow"`),
      throwEvent(done as string),
      flow(begin as string, merge as string),
      flow(merge as string, inner.first),
      flow(inner.last, counted as string),
      flow(counted as string, again as string),
      flow(again as string, merge as string, `= ${counter} < ${rounds}`),
      flow(again as string, done as string, undefined, `${done}-flow`),
    ]
    return { xml: xml.join('\n'), first: begin as string, last: done as string }
  }

  /** Waits for a timer and for a message that never comes. */
  function waitForFirst({ block, other }: Extract<Block, { readonly other: Block }>, times: number): Piece {
    const [gateway, timer, never, merge] = ['gateway', 'timer', 'never', 'merge'].map(nextId) as [
      string,
      string,
      string,
      string,
    ]
    for (const id of [gateway, timer, merge]) pass(id, times)
    const [taken, left] = [write(block, times), write(other, 0)]
    const xml = [
      element('eventBasedGateway', gateway),
      catchEvent(timer, on.timer('duration', 'PT1M')),
      catchEvent(never, on.message('never')),
      element('exclusiveGateway', merge),
      taken.xml,
      left.xml,
      flow(gateway, timer),
      flow(gateway, never),
      flow(timer, taken.first),
      flow(never, left.first),
      flow(taken.last, merge),
      flow(left.last, merge),
    ]
    return { xml: xml.join('\n'), first: gateway, last: merge }
  }

  function choose(piece: Extract<Block, { readonly branches: unknown }>, times: number): Piece {
    const { kind, branches, hasDefault } = piece
    const last = branches.length - 1
    const holds = branches.map((branch, index) => branch.holds && !(hasDefault && index === last))
    const isStuck = !holds.includes(true) && !hasDefault
    // Without a way, the test makes the first condition true after the incident.
    if (isStuck) holds[0] = true
    if (!holds.includes(true)) holds[last] = true
    const first = holds.indexOf(true)
    const conditions = branches.map((branch, index) => {
      if (hasDefault && index === last) return undefined
      const name = `c${++count}`
      variables[name] = branch.holds
      if (isStuck && index === 0) missing[name] = true
      return `= ${name}`
    })
    const all = branches.map((branch, index) => ({
      block: branch.block,
      isTaken: kind === 'inclusive' ? holds[index] === true : index === first,
      condition: conditions[index],
    }))
    return split(`${kind}Gateway`, all, times)
  }

  function split(
    kind: string,
    branches: readonly { readonly block: Block; readonly isTaken: boolean; readonly condition?: string | undefined }[],
    times: number,
  ): Piece {
    const [fork, join] = [nextId('fork'), nextId('join')]
    for (const id of [fork, join]) pass(id, times)
    const ways = branches.map(({ block: inner, isTaken, condition }) => {
      const written = write(inner, isTaken ? times : 0)
      const way = `way-${++count}`
      return { xml: [written.xml, flow(fork, written.first, condition, way), flow(written.last, join)].join('\n'), way }
    })
    const isDefault = kind !== 'parallelGateway' && branches.at(-1)?.condition === undefined
    const attributes = isDefault ? `default="${ways.at(-1)?.way}"` : ''
    const gateways = [element(kind, fork, '', '', attributes), element(kind, join)]
    return { xml: [...gateways, ...ways.map(({ xml }) => xml)].join('\n'), first: fork, last: join }
  }

  const body = write(block, 1)
  for (const id of ['start', 'end']) pass(id, 1)
  const content = [start(), body.xml, endEvent('end', ''), flow('start', body.first), flow(body.last, 'end')]
  const stop = eventSubProcess('stopped', on.message('stop'), '')
  const messages = message('alarm', '= "A"') + message('never', '= "A"') + message('stop', '= "A"')
  return { xml: process([...content, stop].join('\n'), 'process', messages), variables, expected, missing }
}
