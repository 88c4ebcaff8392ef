import { boolean, nullish, number, optional, refine, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { versions as routes } from '../routes.ts'
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
import { answer, changes, changesFilter, id, name, page, request, type Schemas, search, text } from './schema.ts'

const metadata: GenericSchema<unknown, VersionMetadata> = answer<VersionMetadata>({
  id: string(),
  name: string(),
  description: nullish(string()),
  fileId: string(),
  organizationPublic: nullish(boolean()),
  ...changes,
})

const about = { name: optional(name), description: optional(string()), organizationPublic: optional(boolean()) }

/** What goes in and out, by operation. */
export const versions: Schemas<typeof routes> = {
  create: { body: request<CreateVersionBody>({ fileId: id, ...about }), response: metadata },
  get: { response: answer<Version>({ metadata, content: string() }) },
  update: { body: request<UpdateVersionBody>(about), response: metadata },
  restore: {
    body: request<RestoreVersionBody>({
      version: optional(refine(number(), Number.isInteger, 'must be a whole number')),
    }),
    response: metadata,
  },
  search: {
    body: search<VersionFilter, VersionSortField>(
      {
        id: optional(text),
        name: optional(text),
        description: optional(text),
        fileId: optional(text),
        organizationPublic: optional(boolean()),
        ...changesFilter,
      },
      ['id', 'name', 'description', 'fileId', 'organizationPublic', 'created', 'createdBy', 'updated', 'updatedBy'],
    ),
    response: page(metadata),
  },
  compare: { response: answer<Comparison>({ url: string() }) },
}
