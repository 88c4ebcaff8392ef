import { expect, expectTypeOf, test } from 'vitest'
import { createFiles, type Files } from '../src/entries/files.ts'
import type {
  CollaboratorFilter,
  CollaboratorSortField,
  CreateFileBody,
  FileFilter,
  FileMetadata,
  FileSearch,
  FileType,
  ModelerClient,
  UpdateFileBody,
} from '../src/index.ts'
import { createModelerClient } from '../src/index.ts'
import { auth } from './server.ts'

test('types say what the server takes and gives', () => {
  expectTypeOf<FileMetadata['revision']>().toEqualTypeOf<number>()
  expectTypeOf<UpdateFileBody>().toHaveProperty('revision').toEqualTypeOf<number>()
  expectTypeOf<{ name: string }>().not.toExtend<UpdateFileBody>()
  expectTypeOf<{ revision: number }>().toExtend<UpdateFileBody>()
  expectTypeOf<'rpa'>().toExtend<FileType>()
  expectTypeOf<{ name: string; fileType: 'bpmn'; content: string; folderId: null }>().toExtend<CreateFileBody>()
  expectTypeOf<CollaboratorSortField>().toEqualTypeOf<'name' | 'email' | 'projectId'>()
  expectTypeOf<ModelerClient['files']>().toEqualTypeOf<Files>()
  expectTypeOf<ModelerClient['collaborators']['delete']>().returns.resolves.toEqualTypeOf<void>()
})

test('searches and bodies are built the way people build them', () => {
  const build = (projectId?: string): FileSearch => {
    const filter: FileFilter = {}
    filter.type = 'bpmn'
    filter.projectId = projectId
    filter.updatedBy = { email: projectId }
    const search: FileSearch = { filter }
    search.sort = [{ field: 'updated', direction: 'DESC' }]
    return search
  }
  const body: CreateFileBody = { name: 'Order', fileType: 'bpmn', content: '' }
  body.folderId = null
  expect([build(), body]).toBeDefined()
  expectTypeOf<{ projectId: string | undefined }>().toExtend<FileFilter>()
  expectTypeOf<{ projectId: string; updated: Date }>().toExtend<FileFilter>()
  expectTypeOf<{ updated: `>=${string}` }>().toExtend<FileFilter>()
  expectTypeOf<{ role: 'owner' }>().not.toExtend<CollaboratorFilter>()
})

test('options may be passed through with undefined in them', () => {
  const options = { audience: undefined, requestsPerMinute: undefined, fetch: undefined }
  expect(createModelerClient({ auth, ...options, validate: undefined }).files).toBeDefined()
  expect(createFiles({ auth, ...options })).toBeDefined()
})
