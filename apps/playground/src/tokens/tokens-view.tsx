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

/** How often the picture is drawn anew, in milliseconds. */
const FRAME_MS = 250

/** What the token cache does: who asks for tokens, who waits, and how long the tokens last. */
export function TokensView(): VNode {
  const now = useNow(FRAME_MS)
  const { mode, tokenCaches } = connection.value ?? { tokenCaches: [] }
  if (mode === 'proxy') {
    return (
      <>
        <h1>Tokens</h1>
        <p>
          Behind a proxy the tokens stay on its server: this page has none to show.{' '}
          <a href={href(['connect'])}>Connect</a> to the embedded Camunda to see the token cache work.
        </p>
      </>
    )
  }
  return (
    <div class="tokens">
      <div>
        <h1>Tokens</h1>
        <p class="lead">
          Camunda’s token endpoint takes about one request a second from one address. So all calls, of all tabs, share
          one token per client and audience. Make some trouble, and watch the first line: it stays nearly empty.
        </p>
      </div>
      <Controls />
      <TokenStrip activities={activities} now={now} />
      <TokenTotals totals={toTotals(activities)} />
      <section aria-labelledby="held-tokens">
        <h2 id="held-tokens">Tokens that this tab holds</h2>
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
