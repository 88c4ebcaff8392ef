import type { ElementInstance } from '@x/camunda'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { readBpmn, type SequenceFlow } from './bpmn-elements.ts'

type Token = Pick<ElementInstance, 'elementInstanceKey' | 'elementId' | 'processInstanceKey'>

/** Maximum number of tokens animated at once: more would be confusing. */
const MOST = 20

/** Returns the sequence flows that tokens have taken since the last load; undefined before the second load. */
export function useMoves(tokens: readonly Token[] | undefined, xml: string): readonly string[] | undefined {
  const incoming = useMemo(() => readIncoming(xml), [xml])
  const former = useRef<readonly Token[]>(undefined)
  const [moves, setMoves] = useState<readonly string[]>()
  useEffect(() => {
    if (former.current && tokens) setMoves(findMoves(former.current, tokens, incoming))
    former.current = tokens
  }, [tokens])
  return moves
}

function readIncoming(xml: string): ReadonlyMap<string, readonly SequenceFlow[]> {
  const reading = readBpmn(xml)
  const elements = reading.type === 'read' ? reading.elements : []
  return new Map(elements.map(({ id, incoming }) => [id, incoming]))
}

/**
 * Returns the flow by which each new token arrived: from the previous position of its instance, or the only flow. A token
 * that passed several elements between two loads is animated along the last flow.
 */
export function findMoves(
  before: readonly Token[],
  now: readonly Token[],
  incoming: ReadonlyMap<string, readonly SequenceFlow[]>,
): readonly string[] {
  const known = new Set(before.map(({ elementInstanceKey }) => elementInstanceKey))
  const were = new Set(before.map(({ processInstanceKey, elementId }) => `${processInstanceKey} ${elementId}`))
  return now
    .filter(({ elementInstanceKey }) => !known.has(elementInstanceKey))
    .flatMap(({ processInstanceKey, elementId }) => {
      const flows = incoming.get(elementId) ?? []
      const flow = flows.find(({ from }) => were.has(`${processInstanceKey} ${from}`)) ?? flows[0]
      return flow ? [flow.id] : []
    })
    .slice(0, MOST)
}
