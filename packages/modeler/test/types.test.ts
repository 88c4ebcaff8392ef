import { expect, expectTypeOf, test } from 'vitest'
import type {
  CollaboratorSortField,
  CreateFileBody,
  FileFilter,
  FileMetadata,
  FileType,
  ModelerClient,
  UpdateFileBody,
} from '../src/index.ts'
import { createModelerClient } from '../src/index.ts'
import { createFiles, type Files } from '../src/resources/files.ts'
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

test('a filter member that may be undefined is a type error: it would find everything', () => {
  expectTypeOf<{ projectId: undefined }>().not.toExtend<FileFilter>()
  expectTypeOf<{ projectId: string; updated: Date }>().toExtend<FileFilter>()
  expectTypeOf<{ updated: `>=${string}` }>().toExtend<FileFilter>()
})

test('options may be passed through with undefined in them', () => {
  const options = { baseUrl: undefined, audience: undefined, requestsPerMinute: undefined, fetch: undefined }
  expect(createModelerClient({ auth, ...options, validate: undefined }).files).toBeDefined()
  expect(createFiles({ auth, ...options })).toBeDefined()
})
