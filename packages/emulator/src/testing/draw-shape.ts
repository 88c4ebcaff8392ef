import { element, escapeXml } from '../xml.ts'
import { drawMark } from './draw-mark.ts'
import type { Bounds, DiagramElement, Drawn, Point } from './read-diagram.ts'

type Ran = Readonly<Record<string, number>>

/** A sequence flow, a message flow or an association. */
export function drawEdge({ element: drawn, waypoints, label }: Drawn, ran: Ran): string {
  const [from, to] = [waypoints.at(-2), waypoints.at(-1)]
  if (from === undefined || to === undefined) return ''
  const points = waypoints.map(({ x, y }) => `${x},${y}`).join(' ')
  return group(
    drawn,
    ran,
    element('polyline', { class: 'edge', points }),
    drawn.kind === 'association' ? '' : arrow(from, to),
    drawn.name && drawText(drawn.name, label ? atLeast(90, label) : { ...middle(waypoints), width: 90, height: 0 }),
  )
}

/** An event, an activity, a gateway, or an artifact. */
export function drawShape({ element: drawn, bounds, label }: Drawn, ran: Ran): string {
  if (bounds === undefined) return ''
  const { kind, name } = drawn
  const { x, y, width, height } = bounds
  const below = label ? atLeast(90, label) : { x: x - 30, y: y + height + 4, width: width + 60, height: 14 }
  if (/[eE]vent$/.test(kind)) return group(drawn, ran, ...drawEvent(drawn, bounds), name && drawText(name, below))
  if (kind.endsWith('Gateway')) {
    const points = `${x + width / 2},${y} ${x + width},${y + height / 2} ${x + width / 2},${y + height} ${x},${y + height / 2}`
    const shape = element('polygon', { class: 'shape', points })
    return group(drawn, ran, shape, drawMark(kind, center(bounds), false), name && drawText(name, below))
  }
  if (kind === 'participant' || kind === 'lane') {
    const at = `rotate(-90 ${x + 15} ${y + height / 2})`
    const text = drawText(name, { x: x + 15 - height / 2, y: y + height / 2 - 7, width: height, height: 14 })
    return group(drawn, ran, box('container', bounds, 0), name && element('g', { transform: at }, text))
  }
  const isOpen = /[sS]ubProcess$|^group$/.test(kind) && (width > 110 || height > 90)
  const inside = isOpen ? { x, y: y + 6, width, height: 14 } : { x: x + 4, y, width: width - 8, height }
  const style = isOpen ? 'container' : kind === 'callActivity' ? 'thick' : ''
  return group(drawn, ran, box(style, bounds, isTask(kind) ? 8 : 0), name && drawText(name, inside))
}

const isTask = (kind: string): boolean => /[tT]ask$|[sS]ubProcess$|^callActivity$/.test(kind)

function drawEvent({ kind, event, isInterrupting }: DiagramElement, bounds: Bounds): string[] {
  const { x: cx, y: cy } = center(bounds)
  const r = Math.min(bounds.width, bounds.height) / 2
  const circle = (radius: number, style = ''): string => {
    // BPMN uses dashes for events that do not interrupt. Here they are dotted, since dashes mean that an element did
    // not run.
    const dots = isInterrupting ? undefined : 'stroke-dasharray:1 3'
    return element('circle', { class: `shape ${style}`.trim(), cx, cy, r: radius, style: dots })
  }
  const isThrown = kind === 'endEvent' || kind === 'intermediateThrowEvent'
  const mark = event === undefined ? '' : drawMark(event, { x: cx, y: cy }, isThrown)
  if (kind === 'startEvent') return [circle(r), mark]
  return kind === 'endEvent' ? [circle(r, 'thick'), mark] : [circle(r), circle(r - 3), mark]
}

const box = (style: string, { x, y, width, height }: Bounds, rx: number): string =>
  element('rect', { class: `shape ${style}`.trim(), x, y, width, height, rx })

/** The drawing of one element, with a tooltip that says how often it ran. */
function group({ id, kind, name }: DiagramElement, ran: Ran, ...parts: string[]): string {
  const times = Object.hasOwn(ran, id) ? ran[id] : undefined
  const runs = isTask(kind) || /^sequenceFlow$|[eE]vent$|Gateway$/.test(kind)
  const style = times === undefined ? (runs ? undefined : 'plain') : 'ran'
  const result = times === undefined ? 'did not run' : `ran ${times === 1 ? 'once' : `${times} times`}`
  const title = runs ? `${kind} ${id}${name && ` "${name}"`}: ${result}` : `${kind} ${name || id}`
  return element('g', { class: style, 'data-element-id': id }, element('title', {}, escapeXml(title)), ...parts)
}

const LETTER = 6.5
const LINE = 14

/** Text in the center of a box, on as many lines as it needs. */
function drawText(text: string, { x, y, width, height }: Bounds): string {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && (last.length + 1 + word.length) * LETTER <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const top = y + Math.max(0, (height - lines.length * LINE) / 2) + LINE - 3
  const spans = lines.map((line, index) =>
    element('tspan', { x: x + width / 2, y: top + index * LINE }, escapeXml(line)),
  )
  return element('text', {}, ...spans)
}

/** Labels are laid out for another font, in which the text is narrower. */
const atLeast = (least: number, { x, y, width, height }: Bounds): Bounds =>
  width >= least ? { x, y, width, height } : { x: x - (least - width) / 2, y, width: least, height }

const center = ({ x, y, width, height }: Bounds): Point => ({ x: x + width / 2, y: y + height / 2 })

function middle(waypoints: readonly Point[]): Point {
  const at = Math.floor((waypoints.length - 1) / 2)
  const [from, to] = [waypoints[at] as Point, waypoints[at + 1] as Point]
  return { x: (from.x + to.x) / 2 - 45, y: (from.y + to.y) / 2 - LINE }
}

/** The arrowhead of an edge. */
function arrow(from: Point, { x, y }: Point): string {
  const degrees = (Math.atan2(y - from.y, x - from.x) * 180) / Math.PI
  return element('path', {
    class: 'arrow',
    d: 'M0 0 L-10 -5 L-10 5 Z',
    transform: `translate(${x} ${y}) rotate(${Math.round(degrees)})`,
  })
}
