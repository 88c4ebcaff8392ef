import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { connection, startProblem } from './connection/state.ts'
import { PaletteButton } from './explore/search/palette-button.tsx'
import { href, route } from './routing/route.ts'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { FailedView } from './ui/failed-view.tsx'
import { useLoaded } from './ui/use-loaded.ts'
import { type View, views } from './views.ts'

const [firstView] = views as readonly [View, ...View[]]

/** The frame of the page: what it is, the ways to its views, and the view that is open. */
export function App(): VNode {
  const view = views.find(({ name }) => name === route.value.path[0]) ?? firstView
  useEffect(() => {
    document.title = `${view.title} – Camunda 8 playground`
  }, [view])
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        Skip to content
      </button>
      <header class="frame-header">
        <a class="brand" href={href([])}>
          Camunda 8 playground
        </a>
        <nav aria-label="Views">
          {views.map(({ name, title }) => (
            <a key={name} href={href([name])} aria-current={name === view.name ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
        <PaletteButton />
        <ConnectionBadge />
      </header>
      <main id="main" tabIndex={-1}>
        <ErrorBoundary key={view.name} what={view.title}>
          <OpenView view={view} />
        </ErrorBoundary>
      </main>
    </>
  )
}

function OpenView({ view }: { readonly view: View }): VNode {
  const loaded = useLoaded(view.load, [view])
  // Code that did not arrive once is not fetched again by a page that stays open, and a start is not made twice.
  const problem = loaded.state === 'failed' ? loaded.error : startProblem.value
  if (problem !== undefined) {
    return <FailedView what={view.title} error={problem} cure="Reload the page" onCure={() => location.reload()} />
  }
  if (loaded.state !== 'ready' || !connection.value) return <p class="loading">Loading …</p>
  const Content = loaded.value
  return <Content />
}

function ConnectionBadge(): VNode {
  const mode = connection.value?.mode
  const text = mode === 'proxy' ? 'Proxy' : mode === 'embedded' ? 'Embedded Camunda' : 'Connecting …'
  return <p class="connection">{startProblem.value === undefined ? text : 'Not connected'}</p>
}
