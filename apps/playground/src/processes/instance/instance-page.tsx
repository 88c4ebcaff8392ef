import type { ProcessInstance } from '@x/camunda'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Cluster } from '../../connection/connection.ts'
import { CancelInstance } from '../actions/cancel-instance.tsx'
import { MigrateInstance } from '../actions/migrate-instance.tsx'
import { ModifyInstance } from '../actions/modify-instance.tsx'
import { addresses } from '../addresses.ts'
import { Breadcrumbs } from '../breadcrumbs.tsx'
import { titleOf } from '../definitions.ts'
import { readBpmn } from '../diagram/bpmn-elements.ts'
import { Diagram } from '../diagram/diagram.tsx'
import { useMoves } from '../diagram/use-moves.ts'
import { RefreshedPart } from '../refreshed-part.tsx'
import { StateLabel } from '../state-label.tsx'
import { Timestamp } from '../timestamp.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { useTitle } from '../use-title.ts'
import { History } from './history.tsx'
import { InstanceDecisions } from './instance-decisions.tsx'
import { InstanceIncidents } from './instance-incidents.tsx'
import { InstanceVariables } from './instance-variables.tsx'
import { type LoadedInstance, loadInstance, loadProgress, type Progress } from './load-instance.ts'
import { toMarks, toProgressBadges } from './progress-marks.ts'

interface Props {
  readonly cluster: Cluster
  readonly instanceKey: string
}

const NO_PROGRESS: Progress = { statistics: [], flows: [], nodes: [] }

/** One process instance: its position, its history, its variables and its incidents. */
export function InstancePage({ cluster, instanceKey }: Props): VNode {
  const loaded = useRefreshed((signal) => loadInstance(cluster, instanceKey, signal), [cluster, instanceKey])
  const progress = useRefreshed((signal) => loadProgress(cluster, instanceKey, signal), [cluster, instanceKey])
  const definition = loaded.value?.definition
  const nodes = progress.value?.nodes ?? []
  useTitle(`Instance ${instanceKey}`)
  const crumbs = [{ title: 'Processes', address: addresses.overview() }]
  if (definition) {
    const title = `${titleOf(definition)}, version ${definition.version}`
    crumbs.push({ title, address: addresses.definition(definition.processDefinitionKey) })
  }
  return (
    <>
      <Breadcrumbs crumbs={crumbs} />
      <RefreshedPart what="The instance" of={loaded}>
        {(value) => (
          <>
            <Heading cluster={cluster} loaded={value} progress={progress.value ?? NO_PROGRESS} />
            <Facts loaded={value} />
            <InstanceDiagram loaded={value} progress={progress.value ?? NO_PROGRESS} />
            <InstanceIncidents cluster={cluster} instanceKey={instanceKey} />
            <div class="beside">
              <InstanceVariables cluster={cluster} instance={value.instance} nodes={nodes} />
              <div>
                <History cluster={cluster} instance={value.instance} />
                <InstanceDecisions cluster={cluster} instanceKey={instanceKey} />
              </div>
            </div>
          </>
        )}
      </RefreshedPart>
    </>
  )
}

interface LoadedProps {
  readonly loaded: LoadedInstance
  readonly progress: Progress
}

function Heading({
  cluster,
  loaded: { instance, definition, xml },
  progress,
}: LoadedProps & Pick<Props, 'cluster'>): VNode {
  const reading = useMemo(() => readBpmn(xml), [xml])
  const elements = reading.type === 'read' ? reading.elements : []
  const active = progress.nodes.filter(({ state }) => state === 'ACTIVE')
  const { processInstanceKey, state } = instance
  return (
    <div class="heading">
      <h1>
        Instance <span class="key">{processInstanceKey}</span>
      </h1>
      {state === 'ACTIVE' && (
        <>
          <ModifyInstance cluster={cluster} instanceKey={processInstanceKey} elements={elements} active={active} />
          <MigrateInstance
            cluster={cluster}
            instanceKey={processInstanceKey}
            definition={definition}
            elements={elements}
            active={active}
          />
          <CancelInstance cluster={cluster} instanceKey={processInstanceKey} />
        </>
      )}
    </div>
  )
}

function Facts({ loaded: { instance, definition, parent, called } }: { readonly loaded: LoadedInstance }): VNode {
  const { state, hasIncident, startDate, endDate } = instance
  return (
    <dl class="instance-facts">
      <Fact name="State">
        <StateLabel state={state} incident={hasIncident} />
      </Fact>
      <Fact name="Process">
        <a href={addresses.definition(definition.processDefinitionKey, { versions: 'all' })}>{titleOf(definition)}</a>
      </Fact>
      <Fact name="Started">
        <Timestamp of={startDate} />
      </Fact>
      {endDate && (
        <Fact name="Ended">
          <Timestamp of={endDate} />
        </Fact>
      )}
      {parent && (
        <Fact name="Called by">
          <InstanceLink instance={parent} />
        </Fact>
      )}
      {called.length > 0 && (
        <Fact name="Called instances">
          {called.map((one) => (
            <InstanceLink key={one.processInstanceKey} instance={one} />
          ))}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }): VNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function InstanceLink({ instance }: { readonly instance: ProcessInstance }): VNode {
  const { processInstanceKey, processDefinitionKey, processDefinitionName, processDefinitionId, hasIncident } = instance
  return (
    <a href={addresses.instance(processInstanceKey, processDefinitionKey)}>
      {processDefinitionName || processDefinitionId} {processInstanceKey}
      {hasIncident && <span class="bad"> ▲ incident</span>}
    </a>
  )
}

function InstanceDiagram({ loaded: { definition, xml }, progress }: LoadedProps): VNode {
  const reading = useMemo(() => readBpmn(xml), [xml])
  const elements = reading.type === 'read' ? reading.elements : []
  const badges = useMemo(() => toProgressBadges(elements, progress), [reading, progress])
  const marks = useMemo(() => {
    const openable = elements.map(({ id }) => ({ elementId: id, name: 'mark-openable' }) as const)
    return [...openable, ...toMarks(progress)]
  }, [reading, progress])
  const moves = useMoves(progress === NO_PROGRESS ? undefined : progress.nodes, xml)
  return (
    <Diagram
      title={titleOf(definition)}
      xml={xml}
      reading={reading}
      badges={badges}
      marks={marks}
      moves={moves}
      onOpen={(id) => {
        location.hash = addresses.element(definition.processDefinitionKey, id)
      }}
    />
  )
}
