import type { BpmnElement } from '../diagram/bpmn-elements.ts'
import type { Badge, Mark } from '../diagram/drawing.ts'
import type { Progress } from './load-instance.ts'

/** Returns the path and the position of an instance as marks on its diagram. */
export function toMarks({ statistics, flows }: Progress): readonly Mark[] {
  const passed = [...flows, ...statistics.filter(({ completed }) => completed > 0).map(({ elementId }) => elementId)]
  return [
    ...passed.map((elementId): Mark => ({ elementId, name: 'mark-passed' })),
    ...statistics
      .filter(({ active, incidents }) => active > 0 || incidents > 0)
      .map(({ elementId, incidents }): Mark => ({ elementId, name: incidents > 0 ? 'mark-incident' : 'mark-active' })),
  ]
}

/** Returns the position of an instance, and the elements that it passed more than once, as counts on its diagram. */
export function toProgressBadges(elements: readonly BpmnElement[], { statistics }: Progress): readonly Badge[] {
  const names = new Map(elements.map(({ id, name }) => [id, name || id]))
  return statistics.flatMap(({ elementId, active, incidents, completed }) => {
    const place = names.get(elementId) ?? elementId
    const running = active + incidents
    const badges: readonly Badge[] = [
      { elementId, kind: 'active', count: running, label: `${running.toLocaleString()} running at ${place}` },
      {
        elementId,
        kind: 'incident',
        count: incidents,
        label: `${incidents.toLocaleString()} with an incident at ${place}`,
      },
      { elementId, kind: 'completed', count: completed, label: `${completed.toLocaleString()} completed at ${place}` },
    ]
    return badges.filter(({ kind, count }) => count > (kind === 'completed' ? 1 : 0))
  })
}
