import type { Shape } from '@x/rest/shapes'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Issue, pathText } from './issues.ts'
import type { FieldPath } from './shape.ts'

/** What is wrong with the values of the form around, for each field to find its own. */
export const FormIssues = createContext<readonly Issue[]>([])

/** What is wrong with the value at a place; undefined where nothing is. */
export function useIssue(path: FieldPath): string | undefined {
  const text = pathText(path)
  const messages = useContext(FormIssues).filter((issue) => issue.path === text)
  return messages.length > 0 ? messages.map(({ message }) => message).join('; ') : undefined
}

export function fieldId(path: FieldPath): string {
  return `field-${pathText(path)}`
}

/** What every field is given. */
export interface FieldProps<Of extends Shape = Shape> {
  readonly shape: Of
  readonly path: FieldPath
  /** What it is called: a member's name, or what it is in a list. */
  readonly label: string
  readonly isRequired: boolean
  /** What is said about it. */
  readonly about?: string | undefined
  readonly value: unknown
  /** Undefined means that it is left out. */
  onChange(value: unknown): void
}
