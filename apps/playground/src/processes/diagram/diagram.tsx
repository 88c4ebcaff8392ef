import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { messageOf } from '../../message-of.ts'
import type { BadgeKind } from '../badge.tsx'
import { XmlText } from '../xml/xml-text.tsx'
import type { BpmnReading } from './bpmn-elements.ts'
import type { Badge, Drawing, Mark } from './drawing.ts'

interface Props {
  /** Name of the process, for the label. */
  readonly title: string
  readonly xml: string
  readonly reading: BpmnReading
  readonly badges: readonly Badge[]
  readonly marks: readonly Mark[]
  /** Sequence flows that tokens have just taken. Each new list is animated once. */
  readonly moves?: readonly string[] | undefined
  /** Called on a click on an element of {@link BpmnReading} or a count on it. */
  readonly onOpen: (elementId: string, kind?: BadgeKind) => void
}

/** A BPMN diagram with counts on its elements, or its XML if it has no diagram that can be drawn. */
export function Diagram(props: Props): VNode {
  const { xml, reading } = props
  if (reading.type === 'unreadable')
    return <XmlText xml={xml} problem={`This is not well-formed XML: ${reading.problem}.`} />
  if (!reading.hasDiagram) return <XmlText xml={xml} problem="This BPMN has no diagram, only its model." />
  return <DrawnDiagram {...props} />
}

function DrawnDiagram({ title, xml, reading, badges, marks, moves, onOpen }: Props): VNode {
  const container = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<Drawing>()
  const [problem, setProblem] = useState<string>()
  const latest = useRef({ reading, onOpen })
  latest.current = { reading, onOpen }

  useEffect(() => {
    let isGone = false
    let drawn: Drawing | undefined
    async function draw(element: HTMLElement): Promise<void> {
      const { drawBpmn } = await import('./bpmn-drawing.ts')
      if (isGone) return
      drawn = await drawBpmn(element, xml, {
        isOpenable: (id) => hasElement(latest.current.reading, id),
        onOpen: (id, kind) => latest.current.onOpen(id, kind),
      })
      if (isGone) drawn.destroy()
      else setDrawing(drawn)
    }
    if (container.current) {
      draw(container.current).catch((error: unknown) => {
        if (!isGone) setProblem(messageOf(error))
      })
    }
    return () => {
      isGone = true
      setDrawing(undefined)
      drawn?.destroy()
    }
  }, [xml])

  useEffect(() => drawing?.setBadges(badges), [drawing, badges])
  useEffect(() => drawing?.mark(marks), [drawing, marks])
  useEffect(() => {
    if (moves) drawing?.move(moves)
  }, [drawing, moves])

  if (problem !== undefined) return <XmlText xml={xml} problem={`The diagram cannot be drawn: ${problem}`} />
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '+' || event.key === '=') drawing?.zoom('in')
    else if (event.key === '-') drawing?.zoom('out')
    else if (event.key === '0') drawing?.fit()
    else return
    event.preventDefault()
  }
  const hasColors = reading.type === 'read' && reading.hasColors
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, and there are none here.
    <div class="diagram" role="group" aria-label={`Diagram of ${title}`} onKeyDown={onKeyDown}>
      <div class={hasColors ? 'diagram-canvas diagram-colored' : 'diagram-canvas'} ref={container} />
      {!drawing && <p class="loading">Loading …</p>}
      <div class="diagram-tools">
        <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => drawing?.zoom('in')}>
          +
        </button>
        <button type="button" aria-label="Zoom out" title="Zoom out (-)" onClick={() => drawing?.zoom('out')}>
          −
        </button>
        <button type="button" title="Fit the diagram to the view (0)" onClick={() => drawing?.fit()}>
          Fit
        </button>
      </div>
    </div>
  )
}

function hasElement(reading: BpmnReading, id: string): boolean {
  return reading.type === 'read' && reading.elements.some((element) => element.id === id)
}
