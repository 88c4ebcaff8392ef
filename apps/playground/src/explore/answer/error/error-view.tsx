import type { VNode } from 'preact'
import { Tree } from '../value/tree.tsx'
import { describeError, type ErrorDescription } from './describe-error.ts'

/** An error in full: class, suggestion, details and causes. */
export function ErrorView({ error }: { readonly error: unknown }): VNode {
  return (
    <div class="error-view" role="alert">
      <Described error={describeError(error)} />
    </div>
  )
}

function Described({
  error: { name, message, detail, hint, members, issues, cause },
}: {
  readonly error: ErrorDescription
}): VNode {
  return (
    <>
      <p class="error-message">
        <strong>{name}</strong> {message}
      </p>
      {detail && <p>{detail}</p>}
      {hint && <p>{hint}</p>}
      {issues.length > 0 && (
        <ul class="issues">
          {issues.map(({ path, message: problem }, index) => (
            <li key={index}>
              {path && <code>{path}</code>} {problem}
            </li>
          ))}
        </ul>
      )}
      {members.length > 0 && (
        <dl class="members">
          {members.map(([member, value]) => (
            <div key={member}>
              <dt>{member}</dt>
              <dd>{typeof value === 'object' ? <Tree value={value} /> : String(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {cause && (
        <div class="cause">
          <p class="quiet">Caused by</p>
          <Described error={cause} />
        </div>
      )}
    </>
  )
}
