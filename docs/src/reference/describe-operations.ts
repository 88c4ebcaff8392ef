// Says below each method of a client what the operation tables know of it, and where its card is.
import type { Operation } from '@x/rest/shapes'
import {
  Comment,
  CommentTag,
  type DeclarationReflection,
  type Logger,
  type ProjectReflection,
  ReferenceType,
  ReflectionKind,
} from 'typedoc'
import {
  type Api,
  apis,
  clientOf,
  deprecationText,
  packageOf,
  permissionOf,
  versionsOf,
  wireOf,
} from '../operations/apis.ts'
import { cardAddress } from '../operations/card.ts'

/** An operation whose method is not in the reference of its package is an error. */
export function describeOperations(project: ProjectReflection, names: readonly string[], logger: Logger): void {
  const interfaces = project.getReflectionsByKind(ReflectionKind.Interface) as DeclarationReflection[]
  // On a page of one package alone there is no card to link to.
  const hasCards = names.length > 1
  for (const api of apis.filter(({ name }) => names.includes(name))) {
    const client = interfaces.find(({ name }) => name === clientOf(api))
    for (const operation of api.operations) {
      const method = client && methodOf(client, operation)
      if (method) describe(method, api, operation, hasCards)
      else logger.error(`${packageOf(api)}: the reference shows no method ${operation.id}.`)
    }
  }
}

function methodOf(client: DeclarationReflection, { id }: Operation): DeclarationReflection | undefined {
  const [resource = '', verb = ''] = id.split('.')
  const type = client.getChildByName([resource]) as DeclarationReflection | undefined
  const target = type?.type instanceof ReferenceType ? (type.type.reflection as DeclarationReflection) : undefined
  if (!target) return undefined
  markAsResource(target)
  const method = target.getChildByName([verb]) as DeclarationReflection | undefined
  return method?.signatures ? method : undefined
}

/** Its page begins with it, before the many interfaces of what it takes and returns. */
function markAsResource(target: DeclarationReflection): void {
  target.comment ??= new Comment()
  if (target.comment.getTag('@group')) return
  target.comment.blockTags.push(new CommentTag('@group', [{ kind: 'text', text: 'Resource' }]))
}

function describe(method: DeclarationReflection, api: Api, operation: Operation, hasCard: boolean): void {
  for (const signature of method.signatures ?? []) {
    const comment = signature.comment ?? new Comment()
    signature.comment = comment
    for (const tag of ['@since', '@until', '@deprecated', '@operation'] as const) comment.removeTags(tag)
    comment.blockTags.unshift(new CommentTag('@operation', [{ kind: 'text', text: toList(api, operation, hasCard) }]))
  }
}

function toList(api: Api, operation: Operation, hasCard: boolean): string {
  const permission = permissionOf(operation)
  return [
    `- Request: \`${wireOf(api, operation)}\``,
    ...(permission ? [`- Permission: ${permission.replaceAll(/[*_|]/g, '\\$&')}`] : []),
    `- Versions: ${versionsOf(operation)}`,
    ...(operation.eventuallyConsistent ? ['- Eventually consistent: the data lags behind commands'] : []),
    ...(operation.deprecated ? [`- ${deprecationText(operation.deprecated)}`] : []),
    ...(hasCard ? [`- [Fields, errors and an example](../../${cardAddress({ api, operation })})`] : []),
  ].join('\n')
}
