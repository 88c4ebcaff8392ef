import type { VNode } from 'preact'
import type { Desk } from '../desk.ts'
import { describeJsonError } from './json-error.ts'

interface Props {
  readonly desk: Desk
  readonly part: 'body' | 'query'
}

/** The body or query as text. Long integers keep all their digits. */
export function JsonEditor({ desk, part }: Props): VNode {
  const error = desk.jsonError.value
  const issues = desk.issues.value.filter(({ path }) => path === part || path.startsWith(`${part}.`))
  const isInvalid = error !== undefined || issues.length > 0
  const text = desk.json.value ?? ''
  return (
    <div class="json-editor">
      <textarea
        id="raw-json"
        aria-label={`${part} as JSON`}
        aria-invalid={isInvalid || undefined}
        aria-describedby="raw-json-issues"
        rows={Math.min(24, Math.max(8, text.split('\n').length + 1))}
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => desk.setJson(currentTarget.value)}
      />
      <div id="raw-json-issues" aria-live="polite">
        {error && <small class="field-issue">{describeJsonError(error)}</small>}
        {issues.map(({ path, message }) => (
          <small key={path} class="field-issue">
            <code>{path === part ? part : path.slice(part.length + 1)}</code> {message}
          </small>
        ))}
      </div>
    </div>
  )
}
