import type { OperateClient } from '@x/operate'
import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { href, route } from '../routing/route.ts'
import '../styles/processes.css'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { addresses } from './addresses.ts'
import { DecisionPage } from './decisions/decision-page.tsx'
import { DecisionsPage } from './decisions/decisions-page.tsx'
import { EvaluationPage } from './decisions/evaluation-page.tsx'
import { DefinitionPage } from './definition/definition-page.tsx'
import { InstancePage } from './instance/instance-page.tsx'
import { operateClient } from './operate-client.ts'
import { OverviewPage } from './overview/overview-page.tsx'
import { type Place, readPlace } from './place.ts'
import { RefreshBar } from './refresh-bar.tsx'

/** What runs in the cluster, and what went wrong, to look at. */
export function ProcessesView(): VNode {
  const operate = operateClient.value
  const path = route.value.path.slice(1)
  const place = readPlace(path)
  const content = useFocusAfterMove(path.join('/'))
  if (!operate) return <NotOpened />
  const inDecisions = path[0] === 'decisions'
  return (
    <div class="processes">
      <div class="processes-bar">
        <nav aria-label="What to see">
          <a href={addresses.overview()} aria-current={inDecisions ? undefined : 'true'}>
            Processes
          </a>
          <a href={addresses.decisions()} aria-current={inDecisions ? 'true' : undefined}>
            Decisions
          </a>
        </nav>
        <RefreshBar />
      </div>
      <section ref={content} tabIndex={-1} aria-label={inDecisions ? 'Decisions' : 'Processes'}>
        <ErrorBoundary key={place ? subjectOf(place) : path.join('/')} what="This place">
          {place ? <OpenPlace operate={operate} place={place} /> : <Nowhere />}
        </ErrorBoundary>
      </section>
    </div>
  )
}

/** Tells places apart, but not the elements of one diagram, which stays as they are opened. */
function subjectOf(place: Place): string {
  if (place.type === 'evaluation') return place.id
  return 'key' in place ? place.key : place.type
}

function OpenPlace({ operate, place }: { readonly operate: OperateClient; readonly place: Place }): VNode {
  switch (place.type) {
    case 'overview':
      return <OverviewPage operate={operate} />
    case 'definition':
      return <DefinitionPage operate={operate} definitionKey={place.key} elementId={place.elementId} />
    case 'instance':
      return <InstancePage operate={operate} instanceKey={place.key} />
    case 'decisions':
      return <DecisionsPage operate={operate} />
    case 'decision':
      return <DecisionPage operate={operate} decisionKey={place.key} />
    case 'evaluation':
      return <EvaluationPage operate={operate} id={place.id} />
  }
}

/** What had the focus is gone after a move: without help the keyboard would start at the top of the page again. */
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

function NotOpened(): VNode {
  return (
    <div class="notice">
      <h1>Processes</h1>
      <p>
        This connection does not open Operate, which knows the processes. It needs the credentials of an API client of a
        cluster, with the scope Operate.
      </p>
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
