// Loaded with the first diagram, because bpmn-js is larger than the rest of the page.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import type { Badge, Drawing, DrawingEvents, Mark } from './drawing.ts'
import { moveToken } from './moving-token.ts'
import { createBadges } from './overlay-badges.ts'
import { type DiagramModel, keepPlainColors } from './plain-colors.ts'
import type { Canvas, ElementRegistry, EventBus, Overlays } from './viewer-services.ts'

/** Zoom factor of one step. */
const STEP = 1.25
const LEAST = 0.2
/** Margin around a fitted diagram for badges and buttons, in pixels. */
const MARGIN = 40
const MOST = 4
/** Below this scale, names cannot be read. A diagram that would need a smaller one is shown from its left edge. */
const READABLE = 0.5

/**
 * Draws a BPMN diagram into `container`.
 *
 * @throws Error for XML that bpmn-js cannot draw
 */
export async function drawBpmn(container: HTMLElement, xml: string, events: DrawingEvents): Promise<Drawing> {
  const viewer = new NavigatedViewer({
    container,
    // Set as style properties, so that they follow the color scheme of the page.
    bpmnRenderer: { defaultFillColor: 'var(--background)', defaultStrokeColor: 'var(--text)' },
  })
  viewer.on('import.parse.complete', ({ definitions }: { readonly definitions?: DiagramModel }) => {
    if (definitions) keepPlainColors(definitions)
  })
  try {
    await viewer.importXML(xml)
  } catch (error) {
    viewer.destroy()
    throw error
  }
  const canvas = viewer.get<Canvas>('canvas')
  const registry = viewer.get<ElementRegistry>('elementRegistry')
  const badges = createBadges(viewer.get<Overlays>('overlays'), registry, events.onOpen)
  let marked: readonly Mark[] = []
  let isUntouched = true

  const svg = container.querySelector('svg[tabindex]')
  svg?.setAttribute('role', 'group')
  svg?.setAttribute(
    'aria-label',
    'Drawing. Control and arrow keys move it, plus and minus zoom, 0 fits it to the view.',
  )

  viewer.get<EventBus>('eventBus').on('element.click', ({ element }) => {
    const id = (element.labelTarget ?? element).id
    if (events.isOpenable(id)) events.onOpen(id)
  })
  // The wheel scrolls the page, and zooms with Control.
  const leaveWheelToPage = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
  }
  container.addEventListener('wheel', leaveWheelToPage, { capture: true })
  const resizes = new ResizeObserver(() => {
    // Removed from the page.
    if (container.clientWidth === 0) return
    canvas.resized()
    if (isUntouched) begin()
  })

  function fit(): void {
    const { inner, outer } = canvas.viewbox()
    // Not laid out yet: the first resize calls this again.
    if (outer.width === 0) return
    const fitting = Math.min((outer.width - 2 * MARGIN) / inner.width, (outer.height - 2 * MARGIN) / inner.height)
    const scale = Math.min(1, Math.max(LEAST, fitting))
    const width = outer.width / scale
    const height = outer.height / scale
    const x = inner.x + (inner.width - width) / 2
    canvas.viewbox({ x, y: inner.y + (inner.height - height) / 2, width, height })
  }

  /** Shows the whole diagram if it is readable, otherwise its beginning. */
  function begin(): void {
    fit()
    if (canvas.zoom() >= READABLE) return
    const { inner, outer } = canvas.viewbox()
    const width = outer.width / READABLE
    const height = outer.height / READABLE
    canvas.viewbox({ x: inner.x - 20, y: inner.y + inner.height / 2 - height / 2, width, height })
  }

  begin()
  resizes.observe(container)

  return {
    fit: () => {
      isUntouched = true
      fit()
    },
    zoom: (direction) => {
      isUntouched = false
      const scale = canvas.zoom() * (direction === 'in' ? STEP : 1 / STEP)
      canvas.zoom(Math.min(MOST, Math.max(LEAST, scale)))
    },
    mark: (marks) => {
      for (const { elementId, name } of marked) if (registry.get(elementId)) canvas.removeMarker(elementId, name)
      marked = marks
      for (const { elementId, name } of marked) if (registry.get(elementId)) canvas.addMarker(elementId, name)
    },
    move: (flowIds) => {
      for (const id of flowIds) moveToken(canvas.getLayer('tokens', 5), registry.get(id)?.waypoints ?? [])
    },
    setBadges: (shown: readonly Badge[]) => badges.set(shown),
    destroy: () => {
      resizes.disconnect()
      container.removeEventListener('wheel', leaveWheelToPage, { capture: true })
      viewer.destroy()
    },
  }
}
