import { element } from '../xml.ts'
import { drawEdge, drawShape } from './draw-shape.ts'
import type { Bounds, Diagram, Drawn, Point } from './read-diagram.ts'

const MARGIN = 20

const STYLE = `
  .shape, .edge { fill: #fff; stroke: #8d8d8d; stroke-width: 2; stroke-dasharray: 5 3 }
  .edge, .container, .mark { fill: none }
  .ran > .shape, .ran > .edge { stroke: #198038; stroke-dasharray: none }
  .ran > .shape:not(.container) { fill: #defbe6 }
  .shape.thick { stroke-width: 4 }
  .plain > .shape, .plain > .edge { stroke: #c6c6c6; stroke-width: 1; stroke-dasharray: none }
  .plain > .edge { stroke-dasharray: 2 2 }
  .mark { stroke: #8d8d8d; stroke-width: 1.5 } .mark.filled { fill: #8d8d8d }
  .ran > .mark { stroke: #198038 } .ran > .mark.filled { fill: #198038 }
  .arrow { fill: #8d8d8d } .ran > .arrow { fill: #198038 }
  text { font: 12px sans-serif; fill: #161616; text-anchor: middle }`.trimEnd()

/**
 * Draws the diagram of a file as SVG; undefined if the file has no positions of shapes. `ran` says how often each
 * element ran. Planes of collapsed sub-processes are below the plane that contains them.
 */
export function drawDiagram({ planes }: Diagram, ran: Readonly<Record<string, number>>): string | undefined {
  if (planes.length === 0) return undefined
  const frames = planes.map(frameOf)
  const width = Math.max(...frames.map((frame) => frame.width))
  let height = 0
  const groups = planes.map((plane, index) => {
    const frame = frames[index] as Bounds
    const transform = `translate(${-frame.x} ${height - frame.y})`
    height += frame.height
    // Shapes are drawn last, since edges end at their border.
    const edges = plane.filter(({ bounds }) => bounds === undefined)
    const shapes = plane.filter(({ bounds }) => bounds !== undefined)
    const containers = shapes.filter(({ element: { kind } }) => CONTAINERS.has(kind))
    const others = shapes.filter(({ element: { kind } }) => !CONTAINERS.has(kind))
    return element(
      'g',
      { transform },
      ...containers.map((drawn) => drawShape(drawn, ran)),
      ...edges.map((drawn) => drawEdge(drawn, ran)),
      ...others.map((drawn) => drawShape(drawn, ran)),
    )
  })
  const size = { width, height, viewBox: `0 0 ${width} ${height}` }
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size }, `<style>${STYLE}</style>`, ...groups)
}

const CONTAINERS = new Set(['participant', 'lane', 'subProcess', 'adHocSubProcess', 'group'])

/** The bounds of everything that is drawn, with a margin. */
function frameOf(plane: readonly Drawn[]): Bounds {
  const corners = plane.flatMap(({ bounds, label, waypoints }) => [
    ...cornersOf(bounds),
    ...cornersOf(label),
    ...waypoints,
  ])
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN]
  return { x, y, width: Math.max(...xs) + MARGIN - x, height: Math.max(...ys) + MARGIN - y }
}

function cornersOf(bounds: Bounds | undefined): Point[] {
  if (bounds === undefined) return []
  const { x, y, width, height } = bounds
  return [
    { x, y },
    { x: x + width, y: y + height },
  ]
}
