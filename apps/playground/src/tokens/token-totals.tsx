import type { VNode } from 'preact'
import type { Totals } from './timeline.ts'

const TITLES: readonly (readonly [keyof Totals, string])[] = [
  ['cached', 'Calls answered from the cache'],
  ['waited', 'Calls that waited'],
  ['failed', 'Calls that got no token'],
  ['granted', 'Token requests granted, all tabs'],
  ['ahead', 'Renewed ahead'],
  ['shared', 'Tokens got from another tab'],
  ['limited', 'Token requests answered with 429'],
  ['rejected', 'Token requests refused'],
]

/** The strip in figures. */
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
