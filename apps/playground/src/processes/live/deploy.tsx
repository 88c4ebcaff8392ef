import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { ActionDialog } from '../actions/action-dialog.tsx'
import { useRefusal } from '../actions/refusal.ts'
import { deployFiles } from '../actions/step.ts'
import { addresses } from '../addresses.ts'
import { plural } from '../words.ts'

interface Props {
  readonly cluster: Cluster
}

interface DeployedProcess {
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly processDefinitionVersion: number
}

/** Deploys BPMN, DMN and form files that are selected, or dropped anywhere on the page. */
export function Deploy({ cluster }: Props): VNode {
  const refusal = useRefusal(cluster)
  const [files, setFiles] = useState<readonly File[]>()
  const [deployed, setDeployed] = useState<readonly DeployedProcess[]>([])
  const isDragging = useDrop(refusal === undefined, setFiles)
  return (
    <div class="deploy">
      <label class={refusal === undefined ? 'button' : 'button is-disabled'} title={refusal}>
        Deploy files
        <input
          type="file"
          class="visually-hidden"
          multiple
          accept=".bpmn,.dmn,.form,.xml,.json"
          disabled={refusal !== undefined}
          onChange={({ currentTarget }) => {
            setFiles([...(currentTarget.files ?? [])])
            currentTarget.value = ''
          }}
        />
      </label>
      <span class={deployed.length === 0 ? 'quiet deploy-hint' : 'quiet'} role="status">
        {deployed.length === 0
          ? refusal === undefined && 'or drop them anywhere'
          : deployed.map(({ processDefinitionKey, processDefinitionId, processDefinitionVersion }) => (
              <a key={processDefinitionKey} href={addresses.definition(processDefinitionKey)}>
                Deployed {processDefinitionId}, version {processDefinitionVersion}
              </a>
            ))}
      </span>
      {isDragging && <p class="drop-overlay">Drop BPMN, DMN or form files to deploy them</p>}
      {files && files.length > 0 && (
        <ActionDialog
          cluster={cluster}
          label="Deploy"
          title={`Deploy ${files.length === 1 ? files[0]?.name : plural(files.length, 'file')}`}
          about="A file with changed content becomes a new version. Running instances keep theirs."
          steps={[deployFiles(cluster, files)]}
          onClose={() => setFiles(undefined)}
          onDone={([response]) => setDeployed(processesOf(response))}
        />
      )}
    </div>
  )
}

function processesOf(response: unknown): readonly DeployedProcess[] {
  const { deployments } = response as {
    readonly deployments: readonly { readonly processDefinition?: DeployedProcess | null }[]
  }
  return deployments.flatMap(({ processDefinition }) => processDefinition ?? [])
}

/** Accepts files dropped on the page. Returns true while files are dragged over it. */
function useDrop(isAllowed: boolean, onDrop: (files: readonly File[]) => void): boolean {
  const [isDragging, setDragging] = useState(false)
  useEffect(() => {
    if (!isAllowed) return undefined
    const controller = new AbortController()
    const { signal } = controller
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    addEventListener(
      'dragover',
      (event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setDragging(true)
      },
      { signal },
    )
    // Without a related element, the pointer has left the window.
    addEventListener('dragleave', (event) => event.relatedTarget === null && setDragging(false), { signal })
    addEventListener(
      'drop',
      (event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setDragging(false)
        onDrop([...(event.dataTransfer?.files ?? [])])
      },
      { signal },
    )
    return () => controller.abort()
  }, [isAllowed])
  return isDragging
}
