import type { VNode } from 'preact'
import { href } from '../routing/route.ts'
import { modifierKey } from '../ui/modifier-key.ts'

const SHORTCUTS: readonly (readonly [keys: string, what: string])[] = [
  [`${modifierKey} K`, 'Find an operation, a view, a process, or anything by its key'],
  [`${modifierKey} Enter`, 'Send the request'],
  ['Esc', 'Cancel the request, or close a dialog'],
  ['+  −  0', 'Zoom a diagram in or out, or fit it to the view'],
]

/** What the playground is for, its shortcuts, and links to the docs. */
export function HelpView(): VNode {
  return (
    <div class="help">
      <h1>Help</h1>
      <p>
        Everything has an address: share the link, or bookmark it. Secrets are left out of it. See{' '}
        <a href={href(['processes'])}>Processes</a> for what is running and why it failed,{' '}
        <a href={href(['explore'])}>Explore</a> to call any operation and copy its code,{' '}
        <a href={href(['tokens'])}>Tokens</a> for how calls share one token, and <a href={href(['connect'])}>Connect</a>{' '}
        for your own cluster.
      </p>
      <h2>Keyboard</h2>
      <dl class="facts-list">
        {SHORTCUTS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <h2>Documentation</h2>
      <p>
        The guides and the reference of all packages are in <code>docs/</code> of the repository;{' '}
        <code>pnpm run docs</code> builds them as a site. The source of this page is in <code>apps/playground</code>.
      </p>
    </div>
  )
}
