import type { Operation } from '@x/rest/shapes'
import type { VNode } from 'preact'
import { useContext } from 'preact/hooks'
import type { Api } from '../apis.ts'
import { DescriptionsContext } from './descriptions.ts'
import { MethodBadge } from './method-badge.tsx'
import { Prose } from './prose.tsx'

interface Props {
  readonly api: Api
  readonly operation: Operation
}

/** The head of an operation: name, summary, address, permission and versions. */
export function OperationHead({ api, operation }: Props): VNode {
  const { id, summary, method, path, permission, deprecated, since, until, authenticated } = operation
  const { operations } = useContext(DescriptionsContext)
  const paragraphs = (operations[id]?.text ?? summary).split(/\n\s*\n/).filter(Boolean)
  const versions = [since && `from ${since}`, until && `to ${until}`].filter(Boolean).join(' ')
  return (
    <header class="operation-head">
      <h1 tabIndex={-1}>
        {id} {deprecated && <span class="tag tag-warning">deprecated</span>}
      </h1>
      <p class="operation-path">
        <MethodBadge method={method} /> <code>{path}</code>
      </p>
      {paragraphs.map((text) => (
        <p key={text} class="operation-about">
          <Prose text={text} />
        </p>
      ))}
      <dl class="operation-facts">
        <Fact name="API">{api.title}</Fact>
        {permission && <Fact name="Permission">{permission}</Fact>}
        {authenticated === false && <Fact name="Token">works without one</Fact>}
        {versions && <Fact name="Camunda">{versions}</Fact>}
        {deprecated && <Fact name="Deprecated">{deprecated}</Fact>}
      </dl>
    </header>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: string }): VNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
