import type { FileMetadata, FolderMetadata, ModelerFile } from '../src/index.ts'

const changes = {
  created: '2026-11-20T08:15:00.000Z',
  createdBy: { name: 'Jane', email: 'jane@example.com' },
  updated: '2026-11-21T08:15:00.000Z',
  updatedBy: null,
}

export const folder: FolderMetadata = { id: 'd1', name: 'In/out', projectId: 'p1', parentId: null, ...changes }

export const metadata: FileMetadata = {
  id: 'f1',
  name: 'Ship order',
  projectId: 'p1',
  folderId: 'd1',
  simplePath: 'In\\/out/Ship order',
  canonicalPath: [
    { id: 'd1', name: 'In/out' },
    { id: 'f1', name: 'Ship order' },
  ],
  revision: 3,
  type: 'bpmn',
  ...changes,
}

export const file: ModelerFile = { metadata, content: '<definitions/>' }
