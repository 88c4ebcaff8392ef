import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Cluster } from '../connection/connection.ts'
import { connection } from '../connection/state.ts'
import { href, route } from '../routing/route.ts'
import '../styles/processes.css'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { useLoaded } from '../ui/use-loaded.ts'
import { addresses } from './addresses.ts'
import { DecisionPage } from './decisions/decision-page.tsx'
import { DecisionsPage } from './decisions/decisions-page.tsx'
import { EvaluationPage } from './decisions/evaluation-page.tsx'
import { DefinitionPage } from './definition/definition-page.tsx'
import { IncidentsPage } from './incidents/incidents-page.tsx'
import { InstancePage } from './instance/instance-page.tsx'
import { InstancesPage } from './instances/instances-page.tsx'
import { LiveBar } from './live/live-bar.tsx'
import { OverviewPage } from './overview/overview-page.tsx'
import { type Place, readPlace } from './place.ts'
import { RefreshBar } from './refresh-bar.tsx'
import { TasksPage } from './tasks/tasks-page.tsx'

const SECTIONS = [
  { title: 'Processes', address: addresses.overview(), types: ['overview', 'definition'] },
  { title: 'Instances', address: addresses.instances(), types: ['instances', 'instance'] },
  { title: 'Incidents', address: addresses.incidents(), types: ['incidents'] },
  { title: 'Tasks', address: addresses.tasks(), types: ['tasks'] },
  { title: 'Decisions', address: addresses.decisions(), types: ['decisions', 'decision', 'evaluation'] },
] as const

/** Shows what is running in the cluster, what failed and why, and what you can do about it. */
export function ProcessesView(): VNode {
  const loadCluster = connection.value?.loadCluster
  const cluster = useLoaded(async () => loadCluster?.(), [loadCluster])
  if (cluster.state === 'failed') throw cluster.error
  if (!loadCluster) return <NotConnectedToCluster />
  if (cluster.state === 'loading' || !cluster.value) return <p class="loading">Loading …</p>
  return <ClusterView cluster={cluster.value} />
}

function ClusterView({ cluster }: { readonly cluster: Cluster }): VNode {
  const path = route.value.path.slice(1)
  const place = readPlace(path)
  const content = useFocusAfterMove(path.join('/'))
  const section = SECTIONS.find(({ types }) => types.some((type) => type === place?.type)) ?? SECTIONS[0]
  return (
    <div class="processes">
      <div class="processes-bar">
        <nav aria-label="Processes">
          {SECTIONS.map(({ title, address }) => (
            <a key={title} href={address} aria-current={title === section.title ? 'true' : undefined}>
              {title}
            </a>
          ))}
        </nav>
        <RefreshBar />
      </div>
      <LiveBar cluster={cluster} />
      <section ref={content} tabIndex={-1} aria-label={section.title}>
        <ErrorBoundary key={place ? subjectOf(place) : path.join('/')} what="This place">
          {place ? <OpenPlace cluster={cluster} place={place} /> : <Nowhere />}
        </ErrorBoundary>
      </section>
    </div>
  )
}

/** Identifies a place, but not the element: the diagram stays while elements are selected. */
function subjectOf(place: Place): string {
  if (place.type === 'evaluation') return place.id
  return 'key' in place ? `${place.type} ${place.key}` : place.type
}

function OpenPlace({ cluster, place }: { readonly cluster: Cluster; readonly place: Place }): VNode {
  switch (place.type) {
    case 'overview':
      return <OverviewPage cluster={cluster} />
    case 'instances':
      return <InstancesPage cluster={cluster} />
    case 'incidents':
      return <IncidentsPage cluster={cluster} />
    case 'tasks':
      return <TasksPage cluster={cluster} taskKey={place.key} />
    case 'definition':
      return <DefinitionPage cluster={cluster} definitionKey={place.key} elementId={place.elementId} />
    case 'instance':
      return <InstancePage cluster={cluster} instanceKey={place.key} />
    case 'decisions':
      return <DecisionsPage cluster={cluster} />
    case 'decision':
      return <DecisionPage cluster={cluster} decisionKey={place.key} />
    case 'evaluation':
      return <EvaluationPage cluster={cluster} id={place.id} />
  }
}

/** After navigation, the focused element is gone, and the keyboard would start at the top of the page. */
function useFocusAfterMove(path: string): { current: HTMLElement | null } {
  const content = useRef<HTMLElement>(null)
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    if (document.activeElement === document.body) content.current?.focus()
  }, [path])
  return content
}

function NotConnectedToCluster(): VNode {
  return (
    <div class="notice">
      <h1>Processes</h1>
      <p>These credentials belong to an organization. Processes need an API client of a cluster.</p>
      <p>
        <a href={href(['connect'])}>Connect with other credentials</a>
      </p>
    </div>
  )
}

function Nowhere(): VNode {
  return (
    <div class="notice">
      <p>
        There is nothing at this address. <a href={addresses.overview()}>All processes</a>
      </p>
    </div>
  )
}
