import type { ProcessDefinition } from '@x/camunda'
import type { VNode } from 'preact'
import { download } from '../../explore/answer/keep/download.ts'

interface Props {
  readonly definition: Pick<ProcessDefinition, 'processDefinitionId' | 'version'>
  readonly xml: string
}

/** Saves the deployed BPMN file under the name of the process. */
export function DownloadBpmn({ definition: { processDefinitionId, version }, xml }: Props): VNode {
  const name = `${processDefinitionId.replaceAll(/[^\w.-]/g, '_')}-v${version}.bpmn`
  return (
    <button type="button" onClick={() => download(name, 'application/xml', xml)}>
      Download BPMN
    </button>
  )
}
