import type { Operation, Shape } from '@x/rest/shapes'
import type { CallInput } from '../calls/call.ts'
import { operationFields } from './form/operation-input.ts'
import { drawn, isObject } from './form/shape.ts'

/** An input without secrets. */
export interface Visible {
  readonly given: CallInput
  /** Paths of the removed secrets, such as `secretValue` or `nested.0.password`. */
  readonly withheld: readonly string[]
}

/**
 * Removes the secrets of an input: what the operation's shapes mark as secret, what they do not know, and what looks like
 * a token.
 *
 * @param placeholder - Replaces each of them; without it, their members are left out.
 */
export function withoutSecrets(operation: Operation, given: CallInput, placeholder?: string): Visible {
  const { params, input } = operationFields(operation)
  const withheld: string[] = []

  function visit(shape: Shape | undefined, value: unknown, path: readonly string[]): unknown {
    if (value === undefined || value === null) return value
    if (value instanceof Blob) {
      // Code reads its own file, and an address cannot contain one.
      if (placeholder !== undefined) return value
      withheld.push(path.join('.'))
      return undefined
    }
    if (isSecret(shape, value)) {
      withheld.push(path.join('.'))
      return placeholder
    }
    if (Array.isArray(value)) {
      const items = value.map((item, index) => visit(itemOf(shape), item, [...path, `${index}`]))
      return items.filter((item) => item !== undefined)
    }
    if (!isObject(value)) return value
    const members = Object.entries(value).map(
      ([name, member]) => [name, visit(memberOf(shape, name), member, [...path, name])] as const,
    )
    // Defined, because assigning `__proto__` would set the prototype.
    return Object.fromEntries(members.filter(([, member]) => member !== undefined))
  }

  const shapeOfParams: Shape = { kind: 'object', members: params }
  return {
    given: {
      params: visit(shapeOfParams, given.params, []) as CallInput['params'],
      ...('input' in given && { input: visit(input?.shape, given.input, []) }),
    },
    withheld,
  }
}

/** The shape is undefined for unknown members. */
function isSecret(shape: Shape | undefined, value: unknown): boolean {
  if (typeof value === 'string' && isToken(value)) return true
  if (shape === undefined) return typeof value !== 'object'
  return optionsOf(shape).some(({ kind }) => kind === 'secret')
}

function itemOf(shape: Shape | undefined): Shape | undefined {
  return find(shape, (option) => (option.kind === 'array' ? option.item : anything(option)))
}

function memberOf(shape: Shape | undefined, name: string): Shape | undefined {
  return find(shape, (option) => {
    if (option.kind === 'record') return option.value
    if (option.kind === 'object') return option.members.find((member) => member.name === name)?.shape
    return anything(option)
  })
}

function anything(shape: Shape): Shape | undefined {
  return shape.kind === 'unknown' || shape.kind === 'ignored' ? shape : undefined
}

function find(shape: Shape | undefined, part: (option: Shape) => Shape | undefined): Shape | undefined {
  return shape && optionsOf(shape).map(part).find(Boolean)
}

function optionsOf(shape: Shape): readonly Shape[] {
  const one = drawn(shape)
  return one.kind === 'union' ? one.options : [one]
}

/** A signed token (RFC 7519) in any member. */
function isToken(text: string): boolean {
  return /\beyJ[\w-]+\.eyJ[\w-]+\./.test(text)
}
