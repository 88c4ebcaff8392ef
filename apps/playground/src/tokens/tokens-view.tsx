import type { VNode } from 'preact'
import { connection } from '../connection/state.ts'
import { activities } from '../recording/activity.ts'
import { href } from '../routing/route.ts'
import { useNow } from '../ui/use-now.ts'
import { Controls } from './controls.tsx'
import { HeldTokenCard } from './held-token-card.tsx'
import { toTotals } from './timeline.ts'
import { TokenStrip } from './token-strip.tsx'
import { TokenTotals } from './token-totals.tsx'

/** Redraw interval in milliseconds. */
const FRAME_MS = 250

/** Shows the work of the token cache: how few token requests many calls cost, even during failures. */
export function TokensView(): VNode {
  const now = useNow(FRAME_MS)
  const { kind, tokenCaches } = connection.value ?? { tokenCaches: [] }
  if (kind === 'cluster') {
    return (
      <>
        <h1>Tokens</h1>
        <p>
          Your proxy keeps the tokens on its server, so this page has none to show.{' '}
          <a href={href(['connect'])}>Use sample data</a> to see the token cache work.
        </p>
      </>
    )
  }
  return (
    <div class="tokens">
      <div>
        <h1>Tokens</h1>
        <p class="lead">
          Camunda’s token endpoint accepts about one request a second from an IP address, and blocks every client behind
          that address once you exceed it. That is why all calls in all tabs share one token per client and audience.
          Tokens last one minute here, so that you can watch them expire; on SaaS they last a day.
        </p>
      </div>
      <Controls />
      <TokenStrip activities={activities} now={now} />
      <TokenTotals totals={toTotals(activities)} />
      <section aria-labelledby="held-tokens">
        <h2 id="held-tokens">Tokens of this tab</h2>
        <div class="held-tokens">
          {tokenCaches.flatMap((cache) =>
            cache.audiences.map((audience) => (
              <HeldTokenCard key={`${cache.clientId} ${audience}`} cache={cache} audience={audience} now={now} />
            )),
          )}
        </div>
      </section>
    </div>
  )
}
