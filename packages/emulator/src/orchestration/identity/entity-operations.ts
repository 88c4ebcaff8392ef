import { created, type Handlers } from '../handler.ts'
import { notFound, rejected } from '../problems.ts'
import { searchableOf } from '../records.ts'
import { search } from '../search/search.ts'
import type { Identity } from './identity.ts'
import { type EntityKind, entityKinds, kinds, ownerTypeOf } from './kinds.ts'

/** Create, get, update, delete and search for every named entity of identity. */
export function entityOperations(identity: Identity): Handlers {
  return Object.assign({}, ...entityKinds.map((kind) => operationsOf(kind, identity)))
}

function operationsOf(kind: EntityKind, identity: Identity): Handlers {
  const { id: idName, title, read } = kinds[kind]
  const records = identity.entities[kind]
  const existing = (params: Readonly<Record<string, string>>, verb: string): string => {
    const id = params[idName] ?? ''
    if (records.has(id)) return id
    throw rejected('NOT_FOUND', `Expected to ${verb} ${title} with id '${id}', but no such ${title} exists`)
  }
  return {
    [`${kind}.create`]: ({ body }) => {
      const id = body[idName] as string
      if (records.has(id)) {
        throw rejected('ALREADY_EXISTS', `Expected to create ${title} with id '${id}', but it exists already`)
      }
      return created(records.set(id, read(id, body)))
    },
    [`${kind}.get`]: ({ params }) => {
      const id = params[idName] ?? ''
      const record = records.visible.get(id)
      if (record === undefined) throw notFound(title, id)
      return record
    },
    [`${kind}.update`]: ({ params, body }) => {
      const id = existing(params, 'update')
      return records.set(id, read(id, body))
    },
    [`${kind}.delete`]: ({ params }) => {
      const id = existing(params, 'delete')
      records.delete(id)
      forget(kind, id, identity)
    },
    [`${kind}.search`]: (call) =>
      search(
        call,
        searchableOf(() => records.visible.values()),
      ),
  }
}

/** A deleted entity is removed from everything it was a member of, and loses its members and authorizations. */
function forget(kind: EntityKind, id: string, { memberships, authorizations }: Identity): void {
  for (const [key, { ownerKind, ownerId, memberKind, memberId }] of memberships.entries()) {
    const isOwner = ownerKind === kind && ownerId === id
    const isMember = memberKind === kind && memberId === id
    if (isOwner || isMember) memberships.delete(key)
  }
  for (const [key, { ownerType, ownerId }] of authorizations.entries()) {
    if (ownerType === ownerTypeOf(kind) && ownerId === id) authorizations.delete(key)
  }
}
