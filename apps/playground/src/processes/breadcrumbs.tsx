import type { VNode } from 'preact'

export interface Crumb {
  readonly title: string
  readonly address: string
}

/** Links to the parents of a place. */
export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }): VNode {
  return (
    <nav class="breadcrumbs" aria-label="Breadcrumbs">
      <ol>
        {crumbs.map(({ title, address }) => (
          <li key={address}>
            <a href={address}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
