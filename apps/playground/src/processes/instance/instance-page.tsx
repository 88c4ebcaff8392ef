import type { OperateClient, ProcessInstance } from '@x/operate'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { addresses } from '../addresses.ts'
import { Breadcrumbs } from '../breadcrumbs.tsx'
import { readBpmn } from '../diagram/bpmn-elements.ts'
import { Diagram } from '../diagram/diagram.tsx'
import { titleOf } from '../overview/load-overview.ts'
import { RefreshedPart } from '../refreshed-part.tsx'
import { StateLabel } from '../state-label.tsx'
import { Timestamp } from '../timestamp.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { useTitle } from '../use-title.ts'
import { InstanceDecisions } from './instance-decisions.tsx'
import { InstanceIncidents } from './instance-incidents.tsx'
import { InstanceVariables } from './instance-variables.tsx'
import { type LoadedInstance, loadInstance, loadProgress, type Progress } from './load-instance.ts'
import { PassedElements } from './passed-elements.tsx'
import { toMarks, toProgressBadges } from './progress-marks.ts'

interface Props {
  readonly operate: OperateClient
  readonly instanceKey: string
}

const NO_PROGRESS: Progress = { statistics: [], flows: [], nodes: { items: [], isCut: false } }

/** One process instance: where it stands, how it came there, what it holds and what holds it up. */
export function InstancePage({ operate, instanceKey }: Props): VNode {
  const loaded = useRefreshed((signal) => loadInstance(operate, instanceKey, signal), [operate, instanceKey])
  const progress = useRefreshed((signal) => loadProgress(operate, instanceKey, signal), [operate, instanceKey])
  const definition = loaded.value?.definition
  useTitle(`Instance ${instanceKey}`)
  const crumbs = [{ title: 'Processes', address: addresses.overview() }]
  if (definition) {
    const title = `${titleOf(definition)}, version ${definition.version}`
    crumbs.push({ title, address: addresses.definition(definition.key) })
  }
  return (
    <>
      <Breadcrumbs crumbs={crumbs} />
      <h1>
        Instance <span class="key">{instanceKey}</span>
      </h1>
      <RefreshedPart what="The instance" of={loaded}>
        {(value) => (
          <>
            <Facts loaded={value} />
            <InstanceDiagram loaded={value} progress={progress.value ?? NO_PROGRESS} />
            <InstanceIncidents operate={operate} instanceKey={instanceKey} nodes={progress.value?.nodes.items ?? []} />
            <div class="beside beside-narrow-first">
              <InstanceVariables
                operate={operate}
                instanceKey={instanceKey}
                nodes={progress.value?.nodes.items ?? []}
              />
              <div>
                <RefreshedPart what="The path" of={progress}>
                  {({ nodes }) => <PassedElements nodes={nodes} />}
                </RefreshedPart>
                <InstanceDecisions operate={operate} instanceKey={instanceKey} />
              </div>
            </div>
          </>
        )}
      </RefreshedPart>
    </>
  )
}

function Facts({ loaded: { instance, parent, called } }: { readonly loaded: LoadedInstance }): VNode {
  const { state, incident, startDate, endDate } = instance
  return (
    <dl class="instance-facts">
      <Fact name="State">
        <StateLabel state={state} incident={incident} />
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
        <Fact name="Called">
          {called.map((instance) => (
            <InstanceLink key={instance.key} instance={instance} />
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
  const { key, processDefinitionKey, bpmnProcessId } = instance
  return (
    <a href={addresses.instance(key, processDefinitionKey)}>
      {bpmnProcessId} {key}
    </a>
  )
}

function InstanceDiagram({
  loaded: { definition, xml },
  progress,
}: {
  readonly loaded: LoadedInstance
  readonly progress: Progress
}): VNode {
  const reading = useMemo(() => readBpmn(xml), [xml])
  const elements = reading.type === 'read' ? reading.elements : []
  const badges = useMemo(() => toProgressBadges(elements, progress), [reading, progress])
  const marks = useMemo(() => {
    const openable = elements.map(({ id }) => ({ elementId: id, name: 'mark-openable' }) as const)
    return [...openable, ...toMarks(progress)]
  }, [reading, progress])
  return (
    <Diagram
      title={titleOf(definition)}
      xml={xml}
      reading={reading}
      badges={badges}
      marks={marks}
      onOpen={(id) => {
        location.hash = addresses.element(definition.key, id)
      }}
    />
  )
}
