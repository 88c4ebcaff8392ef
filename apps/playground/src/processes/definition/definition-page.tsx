import type { OperateClient, ProcessDefinition } from '@x/operate'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { addresses } from '../addresses.ts'
import { Breadcrumbs } from '../breadcrumbs.tsx'
import { type BpmnElement, type BpmnReading, readBpmn } from '../diagram/bpmn-elements.ts'
import { Diagram } from '../diagram/diagram.tsx'
import type { Mark } from '../diagram/drawing.ts'
import { titleOf } from '../overview/load-overview.ts'
import { RefreshedPart } from '../refreshed-part.tsx'
import { useRefreshed } from '../use-refreshed.ts'
import { useTitle } from '../use-title.ts'
import { DefinitionInstances } from './definition-instances.tsx'
import { type ElementCount, loadElementCounts, toBadges } from './element-counts.ts'
import { ElementInstances } from './element-instances.tsx'
import { ElementsTable } from './elements-table.tsx'
import { loadDefinition } from './load-definition.ts'
import { VersionSelect } from './version-select.tsx'

interface Props {
  readonly operate: OperateClient
  readonly definitionKey: string
  /** The flow node that is open. */
  readonly elementId: string | undefined
}

const NO_COUNTS: ReadonlyMap<string, ElementCount> = new Map()

/** One version of a process: its diagram with what stands where, and its instances. */
export function DefinitionPage({ operate, definitionKey, elementId }: Props): VNode {
  const loaded = useRefreshed((signal) => loadDefinition(operate, definitionKey, signal), [operate, definitionKey])
  return (
    <>
      <Breadcrumbs crumbs={[{ title: 'Processes', address: addresses.overview() }]} />
      <RefreshedPart what="The process" of={loaded}>
        {({ definition, versions, xml }) => (
          <>
            <Heading definition={definition} versions={versions} />
            <Definition operate={operate} definition={definition} xml={xml} elementId={elementId} />
          </>
        )}
      </RefreshedPart>
    </>
  )
}

interface HeadingProps {
  readonly definition: ProcessDefinition
  readonly versions: readonly ProcessDefinition[]
}

function Heading({ definition, versions }: HeadingProps): VNode {
  return (
    <div class="heading">
      <h1>{titleOf(definition)}</h1>
      <VersionSelect definition={definition} versions={versions} />
      <p class="quiet">
        <code>{definition.bpmnProcessId}</code> · key <code>{definition.key}</code>
      </p>
    </div>
  )
}

interface DefinitionProps {
  readonly operate: OperateClient
  readonly definition: ProcessDefinition
  readonly xml: string
  readonly elementId: string | undefined
}

function Definition({ operate, definition, xml, elementId }: DefinitionProps): VNode {
  const { key } = definition
  const counts = useRefreshed((signal) => loadElementCounts(operate, key, signal), [operate, key])
  const byElement = counts.value?.byElement ?? NO_COUNTS
  const reading = useMemo(() => readBpmn(xml), [xml])
  const elements = elementsOf(reading)
  const badges = useMemo(() => toBadges(elementsOf(reading), byElement), [reading, byElement])
  const marks = useMemo(() => marksOf(elementsOf(reading), elementId), [reading, elementId])
  useTitle(titleOf(definition))
  const open = elements.find(({ id }) => id === elementId)
  return (
    <>
      <Diagram
        title={titleOf(definition)}
        xml={xml}
        reading={reading}
        badges={badges}
        marks={marks}
        onOpen={(id) => {
          location.hash = addresses.element(key, id)
        }}
      />
      <div class="beside beside-narrow-first">
        <section>
          <div class="section-head">
            <h2>Elements</h2>
          </div>
          <ElementsTable definitionKey={key} elements={elements} counts={counts.value?.byElement} openId={elementId} />
          <RefreshedPart what="The counts" of={counts}>
            {({ isCut }) => isCut && <p class="quiet">There are more tokens than were counted.</p>}
          </RefreshedPart>
        </section>
        {elementId === undefined ? (
          <DefinitionInstances operate={operate} definitionKey={key} />
        ) : (
          <ElementInstances
            key={elementId}
            operate={operate}
            definitionKey={key}
            element={open ?? { id: elementId, name: '', type: '' }}
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
