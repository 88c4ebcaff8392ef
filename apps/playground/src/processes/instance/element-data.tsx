import type { ElementInstance, VariableSearchResult } from '@x/camunda'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { useLoaded } from '../../ui/use-loaded.ts'
import type { BpmnElement, Mapping } from '../diagram/bpmn-elements.ts'
import { problemOf } from '../problem-of.ts'
import { plural } from '../words.ts'
import { VariableValue } from './variable-value.tsx'

interface Props {
  readonly cluster: Cluster
  readonly node: Pick<ElementInstance, 'elementInstanceKey' | 'processInstanceKey' | 'elementName' | 'elementId'>
  readonly element: Pick<BpmnElement, 'inputs' | 'outputs'>
}

/**
 * What an element instance read and wrote by its input and output mappings. The values are loaded when it is expanded.
 */
export function ElementData(props: Props): VNode | null {
  const [isOpen, setOpen] = useState(false)
  const { inputs, outputs } = props.element
  const counts = [
    inputs.length > 0 && plural(inputs.length, 'input'),
    outputs.length > 0 && plural(outputs.length, 'output'),
  ].filter(Boolean)
  if (counts.length === 0) return null
  return (
    <details class="element-data" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{counts.join(', ')}</summary>
      {isOpen && <Values {...props} />}
    </details>
  )
}

function Values({ cluster, node, element: { inputs, outputs } }: Props): VNode {
  const { elementInstanceKey, processInstanceKey } = node
  const loaded = useLoaded(
    async (signal) => {
      const search = async (filter: object): Promise<readonly VariableSearchResult[]> =>
        (await cluster.variables.search({ filter, page: { limit: 100 } }, {}, { signal })).items
      const [local, written] = await Promise.all([
        search({ scopeKey: elementInstanceKey }),
        Promise.all(outputs.map(({ target }) => search({ processInstanceKey, name: rootOf(target) }))),
      ])
      return { local, written: written.flat() }
    },
    [cluster, elementInstanceKey],
  )
  if (loaded.state === 'loading') return <p class="quiet">Loading …</p>
  if (loaded.state === 'failed') return <p class="bad">The values could not be loaded. {problemOf(loaded.error)}</p>
  const { local, written } = loaded.value
  const outside = written.filter(({ scopeKey }) => scopeKey !== elementInstanceKey)
  return (
    <dl>
      <Mapped title="Input" mappings={inputs} cluster={cluster} variables={local} />
      <Mapped title="Output" mappings={outputs} cluster={cluster} variables={outside} />
    </dl>
  )
}

interface MappedProps {
  readonly title: string
  readonly mappings: readonly Mapping[]
  readonly cluster: Cluster
  /** The scope of the targets. */
  readonly variables: readonly VariableSearchResult[]
}

function Mapped({ title, mappings, cluster, variables }: MappedProps): VNode {
  return (
    <>
      {mappings.map(({ source, target }) => {
        const variable = variables.find(({ name }) => name === rootOf(target))
        return (
          <div key={target}>
            <dt>
              {title} <code>{target}</code>
            </dt>
            <dd>
              {variable ? <VariableValue cluster={cluster} variable={variable} /> : <span class="quiet">Not set</span>}
              <span class="quiet">
                from <code>{source}</code>
              </span>
            </dd>
          </div>
        )
      })}
    </>
  )
}

/** Returns the variable that a mapping writes to: `order` for `order.total`. */
const rootOf = (target: string): string => target.split('.')[0] ?? target
