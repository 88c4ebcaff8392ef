import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { readBpmn } from '../../../processes/diagram/bpmn-elements.ts'
import { Diagram } from '../../../processes/diagram/diagram.tsx'
import '../../../styles/processes.css'

/** A BPMN response as its diagram. */
export function BpmnPreview({ xml }: { readonly xml: string }): VNode {
  const reading = useMemo(() => readBpmn(xml), [xml])
  return (
    <div class="processes">
      <Diagram title="the response" xml={xml} reading={reading} badges={[]} marks={[]} onOpen={() => {}} />
    </div>
  )
}
