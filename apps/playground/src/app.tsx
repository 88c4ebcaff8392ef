import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { ConnectionBar } from './connection/connection-bar.tsx'
import { NotConnected } from './connection/not-connected.tsx'
import { connection, startProblem } from './connection/state.ts'
import { PaletteButton } from './explore/search/palette-button.tsx'
import { href, route } from './routing/route.ts'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { FailedView } from './ui/failed-view.tsx'
import { HelpLink } from './ui/help-link.tsx'
import { ThemeSwitch } from './ui/theme-switch.tsx'
import { useLoaded } from './ui/use-loaded.ts'
import { type View, views } from './views.ts'

const [firstView] = views as readonly [View, ...View[]]

/** The frame of the page: title, views, connection and the open view. */
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
          Camunda 8<span class="brand-more"> playground</span>
        </a>
        <nav aria-label="Views">
          {views
            .filter(({ isAside }) => !isAside)
            .map(({ name, title }) => (
              <a key={name} href={href([name])} aria-current={name === view.name ? 'page' : undefined}>
                {title}
              </a>
            ))}
        </nav>
        <div class="frame-tools">
          <PaletteButton />
          <HelpLink />
          <ThemeSwitch />
        </div>
      </header>
      <ConnectionBar />
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
  if (loaded.state === 'failed') {
    // An open page does not request code again that once failed to load.
    return <FailedView what={view.title} error={loaded.error} cure="Reload the page" onCure={() => location.reload()} />
  }
  if (startProblem.value !== undefined && view.name !== 'connect') return <NotConnected problem={startProblem.value} />
  if (loaded.state !== 'ready' || (!connection.value && view.name !== 'connect')) {
    return <p class="loading">Loading …</p>
  }
  const Content = loaded.value
  // The view of connections stays while the connection changes.
  return <Content key={view.name === 'connect' ? 0 : connectionNumber()} />
}

const numbers = new WeakMap<object, number>()
let lastNumber = 0

/** Changes with each connection, so that no view keeps data of the previous one. */
function connectionNumber(): number {
  if (!connection.value) return 0
  const known = numbers.get(connection.value) ?? ++lastNumber
  numbers.set(connection.value, known)
  return known
}
