// Writes what the operation tables know into the reference: a block below each client method, and a page for each API.

import type { Operation } from '@x/rest/shapes'
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
import { type Api, apis, clientOf, deprecationOfAll, packageOf, permissionOf, versionsOf, wireOf } from '../apis.ts'

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
    const client = interfaces.find(({ name }) => name === clientOf(api))
    if (!client) return []
    return api.operations.flatMap((operation) => {
      const [resource = '', verb = ''] = operation.id.split('.')
      const type = childOf(client, resource)?.type
      const target = type instanceof ReferenceType ? (type.reflection as DeclarationReflection) : undefined
      const method = target && childOf(target, verb)
      if (method?.signatures) return [{ api, operation, method }]
      logger.error(`${packageOf(api)}: the reference shows no method ${operation.id}.`)
      return []
    })
  })
}

function childOf(parent: DeclarationReflection, name: string): DeclarationReflection | undefined {
  return parent.children?.find((child) => child.name === name)
}

/** Puts what the row of the operation says first below the method's own words, with the tags that say a part of it. */
export function describeMethod({ api, operation, method }: DescribedOperation): void {
  for (const signature of method.signatures ?? []) {
    const comment = signature.comment ?? new Comment()
    signature.comment = comment
    comment.removeTags('@since')
    comment.removeTags('@until')
    comment.blockTags.unshift(new CommentTag('@operation', [{ kind: 'text', text: toList(api, operation) }]))
  }
}

function toList(api: Api, operation: Operation): string {
  const permission = permissionOf(operation)
  return [
    `- Request: \`${wireOf(api, operation)}\``,
    ...(permission ? [`- Permission: ${escapeMarkdown(permission)}`] : []),
    `- Versions: ${versionsOf(operation)}`,
    ...(operation.eventuallyConsistent ? ['- Eventually consistent: the data lags behind commands'] : []),
    ...(operation.deprecated ? [`- Deprecated: ${operation.deprecated}`] : []),
  ].join('\n')
}

/** Fills the page of an API: its heading and words stand already, the table needs links that only TypeDoc can make. */
export function fillOperationsPage(page: DocumentReflection, described: readonly DescribedOperation[]): void {
  const text = (text: string): CommentDisplayPart => ({ kind: 'text', text })
  page.content.push(
    text('\n\n| Method and request | What you get | Permission | Versions |\n| --- | --- | --- | --- |\n'),
  )
  for (const { api, operation, method } of described) {
    const { id, summary, deprecated } = operation
    const permission = permissionOf(operation) ?? ''
    const isSaidAbove = deprecated === deprecationOfAll(api)
    const words = deprecated && !isSaidAbove ? `${summary} **Deprecated:** ${deprecated}` : summary
    const cells = [words, escapeMarkdown(permission), versionsOf(operation)]
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
