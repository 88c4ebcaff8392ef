import type { VNode } from 'preact'
import type { Totals } from './timeline.ts'

const TITLES: readonly (readonly [keyof Totals, string])[] = [
  ['cached', 'Calls with a cached token, this tab'],
  ['waited', 'Calls that waited for a token, this tab'],
  ['failed', 'Calls that got no token, this tab'],
  ['shared', 'Tokens from another tab'],
  ['ahead', 'Tokens renewed before they expired, this tab'],
  ['granted', 'Token requests granted, all tabs'],
  ['limited', 'Token requests with a 429, all tabs'],
  ['rejected', 'Token requests rejected, all tabs'],
]

/** The totals since the embedded Camunda was started or this tab connected. */
export function TokenTotals({ totals }: { readonly totals: Totals }): VNode {
  return (
    <dl class="totals">
      {TITLES.map(([name, title]) => (
        <div key={name} class={totals[name] > 0 && /failed|limited|rejected/.test(name) ? 'bad' : undefined}>
          <dt>{title}</dt>
          <dd data-total={name}>{totals[name].toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  )
}
