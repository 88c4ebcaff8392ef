import type { Operation } from '@x/rest'
import { boolean, exactOptional, type GenericSchema, integer, nullish, number, optional, pipe, string } from 'valibot'
import { versions as routes } from '../routes.ts'
import type { Comparison } from '../types/milestone.ts'
import type {
  CreateVersionBody,
  RestoreVersionBody,
  UpdateVersionBody,
  Version,
  VersionFilter,
  VersionMetadata,
  VersionSortField,
} from '../types/version.ts'
import { CREATE, DELETE, READ, UPDATE } from './permissions.ts'
import { answer, changes, changesFilter, id, name, page, request, search, text } from './schema.ts'

const metadata: GenericSchema<unknown, VersionMetadata> = answer<VersionMetadata>({
  id: string(),
  name: string(),
  description: nullish(string()),
  fileId: string(),
  organizationPublic: nullish(boolean()),
  ...changes,
})

const params = { versionId: id }

const about = { name: optional(name), description: optional(string()), organizationPublic: optional(boolean()) }

const rows: readonly Operation[] = [
  {
    ...routes.create,
    summary: 'Keep the present content of a file as a version',
    permission: CREATE,
    body: request<CreateVersionBody>({ fileId: id, ...about }),
    response: metadata,
  },
  {
    ...routes.get,
    summary: 'A version with the content it keeps',
    permission: READ,
    params,
    response: answer<Version>({ metadata, content: string() }),
  },
  {
    ...routes.update,
    summary: 'Change the name, the description or who sees a version',
    permission: UPDATE,
    params,
    body: request<UpdateVersionBody>(about),
    response: metadata,
  },
  { ...routes.delete, summary: 'Delete a version, for good; the file stays', permission: DELETE, params },
  {
    ...routes.restore,
    summary: 'Bring the file back to a version',
    params,
    body: request<RestoreVersionBody>({ version: optional(pipe(number(), integer('has to be a whole number'))) }),
    response: metadata,
  },
  {
    ...routes.search,
    summary: 'A page of the versions that match',
    permission: READ,
    body: search<VersionFilter, VersionSortField>(
      {
        id: exactOptional(text),
        name: exactOptional(text),
        description: exactOptional(text),
        fileId: exactOptional(text),
        organizationPublic: exactOptional(boolean()),
        ...changesFilter,
      },
      ['id', 'name', 'description', 'fileId', 'organizationPublic', 'created', 'createdBy', 'updated', 'updatedBy'],
    ),
    response: page(metadata),
  },
  {
    ...routes.compare,
    summary: 'A link to a page that shows the differences between two versions',
    permission: READ,
    params: { version1Id: id, version2Id: id },
    response: answer<Comparison>({ url: string() }),
  },
]

export const versions: readonly Operation[] = rows.map((row) => ({ ...row, since: '8.9' }))
