import type { ElementInstance, ProcessInstance } from '@x/camunda'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { addresses } from '../addresses.ts'
import type { BpmnElement } from '../diagram/bpmn-elements.ts'
import { More, PORTION } from '../paged-table.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { toWords } from '../words.ts'
import { ElementData } from './element-data.tsx'
import { HistoryRow } from './history-row.tsx'
import { contentsOf, loadCalled, loadLevel, type Scope } from './load-history.ts'

interface Props {
  readonly cluster: Cluster
  readonly instance: ProcessInstance
}

/** The history of an instance: its elements, their contents, and the instances that they called. */
export function History({ cluster, instance }: Props): VNode {
  return (
    <section class="passed">
      <h2>History</h2>
      <HistoryLevel cluster={cluster} label="Elements that the instance reached" scope={scopeOf(instance)} />
    </section>
  )
}

function scopeOf({ processInstanceKey, processDefinitionKey }: ProcessInstance): Scope {
  return { processInstanceKey, key: processInstanceKey, definitionKey: processDefinitionKey }
}

interface LevelProps {
  readonly cluster: Cluster
  readonly label: string
  readonly scope: Scope
}

function HistoryLevel({ cluster, label, scope }: LevelProps): VNode {
  const [size, setSize] = useState(PORTION)
  const found = useRefreshed((signal) => loadLevel(cluster, scope, size, signal), [cluster, scope.key, size])
  return (
    <RefreshedPart what="The history" of={found}>
      {({ items, total, elements, isNested }) => (
        <>
          {items.length === 0 && <p class="quiet">No elements yet</p>}
          <ul aria-label={label}>
            {items.map((node) => (
              <ElementRow
                key={node.elementInstanceKey}
                cluster={cluster}
                node={node}
                element={elements.get(node.elementId)}
                scope={scope}
                isNested={isNested}
              />
            ))}
          </ul>
          <More shown={items.length} total={total} onMore={setSize} />
        </>
      )}
    </RefreshedPart>
  )
}

interface ElementProps {
  readonly cluster: Cluster
  readonly node: ElementInstance
  readonly element: BpmnElement | undefined
  /** The scope that contains it. */
  readonly scope: Scope
  readonly isNested: boolean
}

function ElementRow({ cluster, node, element, scope, isNested }: ElementProps): VNode {
  const { elementInstanceKey, elementId, elementName, type } = node
  const name = elementName || elementId
  const contents = contentsOf(type, isNested)
  const label = `Contents of ${name}`
  return (
    <HistoryRow
      {...node}
      name={name}
      address={addresses.element(scope.definitionKey, elementId)}
      kind={toWords(type)}
      contents={contents && toWords(contents)}
      renderContents={() =>
        contents === 'elements' ? (
          <HistoryLevel cluster={cluster} label={label} scope={{ ...scope, key: elementInstanceKey }} />
        ) : (
          <CalledInstances cluster={cluster} label={label} elementInstanceKey={elementInstanceKey} />
        )
      }
    >
      {/* The mappings are those of each instance in the body. */}
      {element && type !== 'MULTI_INSTANCE_BODY' && <ElementData cluster={cluster} node={node} element={element} />}
    </HistoryRow>
  )
}

interface CalledProps {
  readonly cluster: Cluster
  readonly label: string
  /** Key of the call activity. */
  readonly elementInstanceKey: string
}

function CalledInstances({ cluster, label, elementInstanceKey }: CalledProps): VNode {
  const found = useRefreshed((signal) => loadCalled(cluster, elementInstanceKey, signal), [cluster, elementInstanceKey])
  return (
    <RefreshedPart what="The called instances" of={found}>
      {(called) =>
        called.length === 0 ? (
          <p class="quiet">No called instance</p>
        ) : (
          <ul aria-label={label}>
            {called.map((instance) => (
              <CalledRow key={instance.processInstanceKey} cluster={cluster} instance={instance} />
            ))}
          </ul>
        )
      }
    </RefreshedPart>
  )
}

function CalledRow({ cluster, instance }: Props): VNode {
  const { processInstanceKey, processDefinitionKey, processDefinitionName, processDefinitionId } = instance
  const name = `${processDefinitionName || processDefinitionId} ${processInstanceKey}`
  return (
    <HistoryRow
      {...instance}
      name={name}
      address={addresses.instance(processInstanceKey, processDefinitionKey)}
      kind="Called instance"
      contents="Elements"
      renderContents={() => <HistoryLevel cluster={cluster} label={`Contents of ${name}`} scope={scopeOf(instance)} />}
    />
  )
}
