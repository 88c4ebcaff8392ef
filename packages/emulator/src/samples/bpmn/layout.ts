import { type FlowNode, nodeOf, type ProcessModel, type SequenceFlow } from './model.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Bounds extends Point {
  readonly width: number
  readonly height: number
}

const COLUMN_WIDTH = 160
const ROW_HEIGHT = 140
const LEFT = 200
const TOP = 120
/** Height of one line of text in a label. */
const LINE_HEIGHT = 14
const LABEL_WIDTH = 90

function sizeOf({ kind }: FlowNode): { readonly width: number; readonly height: number } {
  if (kind.endsWith('Event')) return { width: 36, height: 36 }
  return kind.endsWith('Gateway') ? { width: 50, height: 50 } : { width: 100, height: 80 }
}

export function boundsOf(node: FlowNode): Bounds {
  const { width, height } = sizeOf(node)
  const [column, row] = node.at
  const x = LEFT + column * COLUMN_WIDTH
  const y = TOP + row * ROW_HEIGHT
  // A boundary event is on the lower edge of its activity, right of the middle.
  const [centerX, centerY] = node.attachedTo === undefined ? [x, y] : [x + 25, y + 40]
  return { x: centerX - width / 2, y: centerY - height / 2, width, height }
}

/** Events and gateways have their label outside: below an event, to the upper left of a gateway, where no flow runs. */
export function labelOf(node: FlowNode): Bounds | undefined {
  const isEvent = node.kind.endsWith('Event')
  if (node.name === undefined || !(isEvent || node.kind.endsWith('Gateway'))) return undefined
  const bounds = boundsOf(node)
  const height = LINE_HEIGHT * Math.ceil(node.name.length / 15)
  if (node.attachedTo !== undefined) {
    return { x: bounds.x + bounds.width + 4, y: bounds.y + bounds.height, width: 60, height }
  }
  if (isEvent) {
    return {
      x: bounds.x + (bounds.width - LABEL_WIDTH) / 2,
      y: bounds.y + bounds.height + 7,
      width: LABEL_WIDTH,
      height,
    }
  }
  return { x: bounds.x - LABEL_WIDTH + 20, y: bounds.y - height, width: LABEL_WIDTH - 10, height }
}

/**
 * The bends of a sequence flow, from edge to edge. A flow from a gateway or a boundary event first turns to the row of
 * its target; any other flow stays in its row and turns at the target.
 */
export function waypointsOf(model: ProcessModel, flow: SequenceFlow): Point[] {
  const source = nodeOf(model, flow.from)
  const target = nodeOf(model, flow.to)
  const from = boundsOf(source)
  const to = boundsOf(target)
  const start = { x: from.x + from.width / 2, y: from.y + from.height / 2 }
  const end = { x: to.x + to.width / 2, y: to.y + to.height / 2 }
  if (start.y === end.y) {
    return [
      { x: from.x + from.width, y: start.y },
      { x: to.x, y: end.y },
    ]
  }
  const down = end.y > start.y
  if (source.kind.endsWith('Gateway') || source.kind === 'boundaryEvent') {
    return [
      { x: start.x, y: down ? from.y + from.height : from.y },
      { x: start.x, y: end.y },
      { x: to.x, y: end.y },
    ]
  }
  return [
    { x: from.x + from.width, y: start.y },
    { x: end.x, y: start.y },
    { x: end.x, y: down ? to.y : to.y + to.height },
  ]
}

/** The label of a sequence flow is near the gateway that it leaves. */
export function flowLabelOf(flow: SequenceFlow, [start, bend]: readonly Point[]): Bounds | undefined {
  if (flow.name === undefined || !start || !bend) return undefined
  const width = 8 + flow.name.length * 7
  const isLevel = start.y === bend.y
  return isLevel
    ? { x: start.x + 12, y: start.y - LINE_HEIGHT - 6, width, height: LINE_HEIGHT }
    : { x: start.x + 6, y: start.y + (bend.y > start.y ? 6 : -6 - LINE_HEIGHT), width, height: LINE_HEIGHT }
}
