import { parseJson } from '@x/rest/json'
import type { VNode } from 'preact'
import { describeJsonError, findJsonError } from '../../explore/form/json-error.ts'

interface Props {
  readonly label: string
  readonly text: string
  onInput(text: string): void
}

/** Variables as the members of a JSON object. */
export function VariablesField({ label, text, onInput }: Props): VNode {
  const problem = problemWith(text)
  return (
    <label class="field">
      {label}
      <textarea
        rows={5}
        spellcheck={false}
        value={text}
        aria-invalid={problem !== undefined}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      {problem !== undefined && <span class="bad">{problem}</span>}
    </label>
  )
}

/** Returns the variables; undefined if the text is not a JSON object. An empty text has no variables. */
export function readVariables(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.trim() === '') return {}
  if (problemWith(text) !== undefined) return undefined
  return parseJson(text) as Record<string, unknown>
}

function problemWith(text: string): string | undefined {
  if (text.trim() === '') return undefined
  const error = findJsonError(text)
  if (error) return describeJsonError(error)
  return /^\s*\{/.test(text) ? undefined : 'Variables are the members of an object: { "name": "value" }'
}
