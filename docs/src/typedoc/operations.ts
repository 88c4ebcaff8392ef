// Writes what the operation tables know into the reference: a block below each client method, and a page for each API.

import type { Operation } from '@x/rest'
import {
  Comment,
  type CommentDisplayPart,
  CommentTag,
  type DeclarationReflection,
  type DocumentReflection,
  type Logger,
  type ProjectReflection,
  ReferenceType,
  ReflectionKind,
} from 'typedoc'
import { type Api, apis, permissionOf, versionsOf, wireOf } from '../apis.ts'

/** The method in the reference that sends an operation. */
export interface DescribedOperation {
  readonly api: Api
  readonly operation: Operation
  readonly method: DeclarationReflection
}

/** Finds each operation's method on the way from the client that its id is. An operation without one is an error. */
export function findOperations(project: ProjectReflection, logger: Logger): DescribedOperation[] {
  const interfaces = project.getReflectionsByKind(ReflectionKind.Interface) as DeclarationReflection[]
  return apis.flatMap((api) => {
    const client = interfaces.find(({ name }) => name === api.client)
    if (!client) return []
    return api.operations.flatMap((operation) => {
      const [resource = '', verb = ''] = operation.id.split('.')
      const type = childOf(client, resource)?.type
      const target = type instanceof ReferenceType ? (type.reflection as DeclarationReflection) : undefined
      const method = target && childOf(target, verb)
      if (method?.signatures) return [{ api, operation, method }]
      logger.error(`${api.packageName}: the reference shows no method ${operation.id}.`)
      return []
    })
  })
}

function childOf(parent: DeclarationReflection, name: string): DeclarationReflection | undefined {
  return parent.children?.find((child) => child.name === name)
}

/** Puts method, path, permission and versions first below the method's own words, and drops the words that say the same. */
export function describeMethod({ api, operation, method }: DescribedOperation, logger: Logger): void {
  for (const signature of method.signatures ?? []) {
    const comment = signature.comment ?? new Comment()
    signature.comment = comment
    const other = findOtherWire(comment.summary, wireOf(api, operation))
    if (other) logger.error(`${api.packageName}: the comment of ${operation.id} says ${other}, its table does not.`)
    comment.summary = dropRepeated(comment.summary, api, operation)
    comment.blockTags.unshift(new CommentTag('@operation', [{ kind: 'text', text: toList(api, operation) }]))
  }
}

function toList(api: Api, operation: Operation): string {
  const permission = permissionOf(operation)
  return [
    `- Request: \`${wireOf(api, operation)}\``,
    ...(permission ? [`- Permission: ${escapeMarkdown(permission)}`] : []),
    `- Versions: ${versionsOf(api, operation)}`,
    ...(operation.deprecated ? [`- Deprecated: ${operation.deprecated}`] : []),
  ].join('\n')
}

/** The request that a comment names, where it is not the one of the table. What follows it, such as v2, may be named too. */
function findOtherWire(parts: readonly CommentDisplayPart[], wire: string): string | undefined {
  const named = parts.filter(({ kind, text }) => kind === 'code' && /^`(GET|POST|PUT|PATCH|DELETE) /.test(text))
  return named.length === 0 || named.some(({ text }) => text === `\`${wire}\``) ? undefined : named[0]?.text
}

/** Doc comments name request and permission for editors, in a sentence that the block makes superfluous. */
function dropRepeated(parts: readonly CommentDisplayPart[], api: Api, operation: Operation): CommentDisplayPart[] {
  const at = parts.findIndex(({ kind, text }) => kind === 'code' && text === `\`${wireOf(api, operation)}\``)
  const [before, after] = [parts[at - 1], parts[at + 1]]
  if (at < 0 || (before && before.kind !== 'text') || (after && after.kind !== 'text')) return [...parts]
  const { permission = '' } = operation
  const group = permission.includes(':') ? '' : 'group '
  const rest = after?.text ?? ''
  const sentence = [`, permission ${group}${permission}.`, '.'].find((end) => rest.startsWith(end))
  // Operate's sentences go on and say more.
  if (rest.trim() && !sentence) return [...parts]
  const verb = permission.split(': ')[1]
  const head = before?.text.trimEnd() ?? ''
  const needs = ` Needs the ${verb} permission.`
  return [
    ...parts.slice(0, at - 1),
    { kind: 'text', text: head.endsWith(needs) ? head.slice(0, -needs.length) : head },
    { kind: 'text', text: sentence ? `\n\n${rest.slice(sentence.length).trimStart()}` : rest },
    ...parts.slice(at + 2),
  ]
}

/** Fills the page of an API: its heading and words stand already, the table needs links that only TypeDoc can make. */
export function fillOperationsPage(page: DocumentReflection, described: readonly DescribedOperation[]): void {
  const text = (text: string): CommentDisplayPart => ({ kind: 'text', text })
  page.content.push(
    text('\n\n| Method and request | Permission | Versions | What you get |\n| --- | --- | --- | --- |\n'),
  )
  for (const { api, operation, method } of described) {
    const { id, summary, deprecated } = operation
    const permission = permissionOf(operation) ?? ''
    const words = deprecated ? `${summary}. **Deprecated:** ${deprecated}` : summary
    const cells = [escapeMarkdown(permission), versionsOf(api, operation), words]
    page.content.push(
      text('| '),
      { kind: 'inline-tag', tag: '@linkcode', text: id, target: method },
      text(`<br>\`${wireOf(api, operation)}\` | ${cells.join(' | ')} |\n`),
    )
  }
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[*_|]/g, '\\$&')
}
