import type { VNode } from 'preact'
import type { Desk } from '../desk.ts'
import { pathText } from './issues.ts'
import { describeJsonError } from './json-error.ts'
import type { InputShape } from './operation-input.ts'

interface Props {
  readonly desk: Desk
  readonly input: InputShape
}

/** The input as JSON. Long integers keep all their digits. */
export function JsonEditor({ desk, input: { title, path } }: Props): VNode {
  const error = desk.jsonError.value
  const part = pathText(path)
  const issues = desk.issues.value.filter((issue) => !issue.path.startsWith('params.'))
  const isInvalid = error !== undefined || issues.length > 0
  const text = desk.json.value ?? ''
  return (
    <div class="json-editor">
      <textarea
        id="raw-json"
        aria-label={`${title} as JSON`}
        aria-invalid={isInvalid || undefined}
        aria-describedby="raw-json-issues"
        rows={Math.min(24, Math.max(8, text.split('\n').length + 1))}
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => desk.setJson(currentTarget.value)}
      />
      <div id="raw-json-issues" aria-live="polite">
        {error && <small class="field-issue">{describeJsonError(error)}</small>}
        {issues.map(({ path: at, message }) => (
          <small key={at} class="field-issue">
            <code>{part !== '' && at.startsWith(`${part}.`) ? at.slice(part.length + 1) : at}</code> {message}
          </small>
        ))}
      </div>
    </div>
  )
}
