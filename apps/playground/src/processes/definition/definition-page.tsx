import type { ProcessDefinition } from '@x/camunda'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { route } from '../../routing/route.ts'
import { addresses } from '../addresses.ts'
import { Breadcrumbs } from '../breadcrumbs.tsx'
import { titleOf } from '../definitions.ts'
import { type BpmnElement, type BpmnReading, readBpmn } from '../diagram/bpmn-elements.ts'
import { Diagram } from '../diagram/diagram.tsx'
import type { Mark } from '../diagram/drawing.ts'
import { useMoves } from '../diagram/use-moves.ts'
import { INSTANCE_STATES, stateFilter } from '../instances/instance-states.ts'
import { InstancesTable } from '../instances/instances-table.tsx'
import { StartInstance } from '../live/start-instance.tsx'
import { RefreshedPart } from '../refreshed-part.tsx'
import { chosenState, StateFilter } from '../state-filter.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { useTitle } from '../use-title.ts'
import { DownloadBpmn } from './download-bpmn.tsx'
import { type ElementCount, loadElementCounts, toBadges } from './element-counts.ts'
import { ElementInstances } from './element-instances.tsx'
import { ElementsTable } from './elements-table.tsx'
import { loadDefinition } from './load-definition.ts'
import { VersionSelect } from './version-select.tsx'

interface Props {
  readonly cluster: Cluster
  readonly definitionKey: string
  /** ID of the selected element. */
  readonly elementId: string | undefined
}

const NO_COUNTS: ReadonlyMap<string, ElementCount> = new Map()

/** A process: its diagram with counts, and its instances, of one version or of all. */
export function DefinitionPage({ cluster, definitionKey, elementId }: Props): VNode {
  const ofAll = route.value.parameters.versions === 'all'
  const loaded = useRefreshed((signal) => loadDefinition(cluster, definitionKey, signal), [cluster, definitionKey])
  return (
    <>
      <Breadcrumbs crumbs={[{ title: 'Processes', address: addresses.overview() }]} />
      <RefreshedPart what="The process" of={loaded}>
        {({ definition, versions, xml }) => (
          <>
            <div class="heading">
              <h1>{titleOf(definition)}</h1>
              <VersionSelect definition={definition} versions={versions} ofAll={ofAll} elementId={elementId} />
              <StartInstance cluster={cluster} definition={definition} />
              <DownloadBpmn definition={definition} xml={xml} />
              <p class="quiet heading-about">
                <code>{definition.processDefinitionId}</code> · key <code>{definition.processDefinitionKey}</code>
                {ofAll && versions.length > 1 && ` · the diagram is that of version ${definition.version}`}
              </p>
            </div>
            <Definition
              cluster={cluster}
              definition={definition}
              scope={ofAll ? versions : [definition]}
              ofAll={ofAll}
              xml={xml}
              elementId={elementId}
            />
          </>
        )}
      </RefreshedPart>
    </>
  )
}

interface DefinitionProps {
  readonly cluster: Cluster
  readonly definition: ProcessDefinition
  /** Returns the versions whose instances are shown. */
  readonly scope: readonly ProcessDefinition[]
  readonly ofAll: boolean
  readonly xml: string
  readonly elementId: string | undefined
}

function Definition({ cluster, definition, scope, ofAll, xml, elementId }: DefinitionProps): VNode {
  const { processDefinitionKey: key, processDefinitionId } = definition
  const keys = scope.map(({ processDefinitionKey }) => processDefinitionKey)
  const versions = ofAll ? 'all' : undefined
  const counts = useRefreshed((signal) => loadElementCounts(cluster, keys, signal), [cluster, keys.join(' ')])
  const byElement = counts.value?.byElement ?? NO_COUNTS
  const reading = useMemo(() => readBpmn(xml), [xml])
  const elements = elementsOf(reading)
  const badges = useMemo(() => toBadges(elementsOf(reading), byElement), [reading, byElement])
  const marks = useMemo(() => marksOf(elementsOf(reading), elementId), [reading, elementId])
  const moves = useMoves(counts.value?.tokens, xml)
  useTitle(titleOf(definition))
  const open = elements.find(({ id }) => id === elementId)
  const state = chosenState(INSTANCE_STATES)
  return (
    <>
      <Diagram
        title={titleOf(definition)}
        xml={xml}
        reading={reading}
        badges={badges}
        marks={marks}
        moves={moves}
        onOpen={(id, kind) => {
          const to = { versions, state: kind === 'incident' ? 'INCIDENT' : 'ACTIVE' }
          location.hash = addresses.element(key, id, to)
        }}
      />
      <div class="beside beside-narrow-first">
        <section>
          <div class="section-head">
            <h2>Elements</h2>
          </div>
          <ElementsTable
            definitionKey={key}
            versions={versions}
            elements={elements}
            counts={counts.value?.byElement}
            openId={elementId}
          />
          <RefreshedPart what="The counts" of={counts}>
            {({ isCut }) => isCut && <p class="quiet">There are more tokens than were counted.</p>}
          </RefreshedPart>
        </section>
        {elementId === undefined ? (
          <section>
            <div class="section-head">
              <h2>Instances</h2>
              <StateFilter
                states={INSTANCE_STATES}
                value={state}
                address={(chosen) => addresses.definition(key, { versions, state: chosen })}
              />
            </div>
            <InstancesTable
              cluster={cluster}
              filter={{
                ...(ofAll ? { processDefinitionId } : { processDefinitionKey: key }),
                ...stateFilter(state),
              }}
              label="Instances of this process"
            />
          </section>
        ) : (
          <ElementInstances
            key={elementId}
            cluster={cluster}
            definitionKey={key}
            keys={keys}
            versions={versions}
            element={open ?? { id: elementId, name: '', type: '', incoming: [], inputs: [], outputs: [] }}
          />
        )}
      </div>
    </>
  )
}

function elementsOf(reading: BpmnReading): readonly BpmnElement[] {
  return reading.type === 'read' ? reading.elements : []
}

function marksOf(elements: readonly BpmnElement[], openId: string | undefined): readonly Mark[] {
  const openable = elements.map(({ id }): Mark => ({ elementId: id, name: 'mark-openable' }))
  return openId === undefined ? openable : [...openable, { elementId: openId, name: 'mark-open' }]
}
