import type { Shape } from '@x/rest/shapes'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Issue, pathText } from './issues.ts'
import type { FieldPath } from './shape.ts'

/** The issues of the surrounding form, in which each field finds its own. */
export const FormIssues = createContext<readonly Issue[]>([])

/** Returns the issue at a position; undefined if there is none. */
export function useIssue(path: FieldPath): string | undefined {
  const text = pathText(path)
  const messages = useContext(FormIssues).filter((issue) => issue.path === text)
  return messages.length > 0 ? messages.map(({ message }) => message).join('; ') : undefined
}

export function fieldId(path: FieldPath): string {
  return `field-${pathText(path)}`
}

/** The properties of every field. */
export interface FieldProps<Of extends Shape = Shape> {
  readonly shape: Of
  readonly path: FieldPath
  /** Its label: the name of a member, or a description of a list item. */
  readonly label: string
  readonly isRequired: boolean
  /** Its description. */
  readonly about?: string | undefined
  readonly value: unknown
  /** Undefined if it is left out. */
  onChange(value: unknown): void
}
