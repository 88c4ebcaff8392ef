import type { ElementInstance, ProcessDefinition } from '@x/camunda'
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { useLoaded } from '../../ui/use-loaded.ts'
import { loadVersions } from '../definitions.ts'
import { type BpmnElement, readBpmn } from '../diagram/bpmn-elements.ts'
import { problemOf } from '../problem-of.ts'
import { ActionButton } from './action-button.tsx'
import { type MigrationPlan, migrateInstance } from './step.ts'

interface Props {
  readonly cluster: Cluster
  readonly instanceKey: string
  readonly definition: ProcessDefinition
  /** Elements of the process in the version of the instance. */
  readonly elements: readonly BpmnElement[]
  /** The active elements of the instance. */
  readonly active: readonly ElementInstance[]
}

/** Migrates an instance to another version of its process. */
export function MigrateInstance(props: Props): VNode {
  const { cluster, instanceKey } = props
  const [plan, setPlan] = useState<MigrationPlan>()
  return (
    <ActionButton
      cluster={cluster}
      label="Migrate instance"
      title={`Migrate instance ${instanceKey}`}
      about="The instance continues in another version of its process. Each active element continues as an element of the same type."
      steps={plan ? [migrateInstance(cluster, instanceKey, plan)] : []}
    >
      <ChooseVersion {...props} onPlan={setPlan} />
    </ActionButton>
  )
}

interface PlanProps extends Props {
  /** Called with undefined while an active element has no target. */
  onPlan(plan: MigrationPlan | undefined): void
}

function ChooseVersion(props: PlanProps): VNode {
  const { cluster, definition, onPlan } = props
  const { processDefinitionKey } = definition
  const [chosen, setChosen] = useState<string>()
  const loaded = useLoaded((signal) => loadVersions(cluster, definition, signal), [cluster, processDefinitionKey])
  useEffect(() => () => onPlan(undefined), [])
  if (loaded.state === 'loading') return <p class="quiet">Loading the versions …</p>
  if (loaded.state === 'failed') return <p class="bad">The versions could not be loaded. {problemOf(loaded.error)}</p>
  const others = loaded.value.filter((version) => version.processDefinitionKey !== processDefinitionKey)
  const target = chosen ?? others[0]?.processDefinitionKey
  if (target === undefined) return <p>No other version of this process is deployed.</p>
  return (
    <>
      <label class="field">
        Version
        <select value={target} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          {others.map((version) => (
            <option key={version.processDefinitionKey} value={version.processDefinitionKey}>
              {version.version}
              {version.versionTag && ` (${version.versionTag})`}
            </option>
          ))}
        </select>
      </label>
      <MapElements key={target} {...props} target={target} />
    </>
  )
}

/** For each active element, its target element: the one with the same ID, unless another is selected. */
function MapElements({ cluster, elements, active, target, onPlan }: PlanProps & { readonly target: string }): VNode {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const loaded = useLoaded((signal) => cluster.processDefinitions.getXml(target, { signal }), [cluster, target])
  const reading = loaded.state === 'ready' ? readBpmn(loaded.value ?? '') : undefined
  const targets = reading?.type === 'read' ? reading.elements : []
  const sources = elements.filter(({ id }) => active.some(({ elementId }) => elementId === id))
  const targetsOf = ({ type }: BpmnElement): readonly BpmnElement[] => targets.filter((other) => other.type === type)
  const mappingInstructions = sources.flatMap((source) => {
    const sameId = targetsOf(source).find(({ id }) => id === source.id)?.id
    const targetElementId = chosen[source.id] ?? sameId
    return targetElementId ? [{ sourceElementId: source.id, targetElementId }] : []
  })
  const isComplete = sources.length > 0 && mappingInstructions.length === sources.length
  const plan = isComplete ? { targetProcessDefinitionKey: target, mappingInstructions } : undefined
  useEffect(() => onPlan(plan), [JSON.stringify(plan)])
  if (loaded.state === 'loading') return <p class="quiet">Loading the version …</p>
  if (loaded.state === 'failed') return <p class="bad">The version could not be loaded. {problemOf(loaded.error)}</p>
  return (
    <>
      {sources.map((source) => (
        <label key={source.id} class="field">
          {source.name || source.id} continues as
          <select
            value={mappingInstructions.find(({ sourceElementId }) => sourceElementId === source.id)?.targetElementId}
            onChange={({ currentTarget }) => setChosen({ ...chosen, [source.id]: currentTarget.value })}
          >
            <option value="">Choose an element</option>
            {targetsOf(source).map(({ id, name }) => (
              <option key={id} value={id}>
                {name || id}
              </option>
            ))}
          </select>
        </label>
      ))}
    </>
  )
}
