// How each operation is sent. No schemas here, so that one resource can be bundled without the others' validation.

export const info = {
  get: { id: 'info.get', method: 'GET', path: '/info' },
} as const

export const projects = {
  create: { id: 'projects.create', method: 'POST', path: '/projects', takes: 'body' },
  get: { id: 'projects.get', method: 'GET', path: '/projects/{projectId}' },
  update: { id: 'projects.update', method: 'PATCH', path: '/projects/{projectId}', takes: 'body' },
  delete: { id: 'projects.delete', method: 'DELETE', path: '/projects/{projectId}', answer: 'none' },
  search: { id: 'projects.search', method: 'POST', path: '/projects/search', takes: 'body', safe: true },
} as const

export const collaborators = {
  set: { id: 'collaborators.set', method: 'PUT', path: '/collaborators', takes: 'body', answer: 'none' },
  delete: {
    id: 'collaborators.delete',
    method: 'DELETE',
    path: '/projects/{projectId}/collaborators/{email}',
    answer: 'none',
  },
  search: { id: 'collaborators.search', method: 'POST', path: '/collaborators/search', takes: 'body', safe: true },
} as const

export const folders = {
  create: { id: 'folders.create', method: 'POST', path: '/folders', takes: 'body' },
  get: { id: 'folders.get', method: 'GET', path: '/folders/{folderId}' },
  update: { id: 'folders.update', method: 'PATCH', path: '/folders/{folderId}', takes: 'body' },
  delete: { id: 'folders.delete', method: 'DELETE', path: '/folders/{folderId}', answer: 'none' },
} as const

export const files = {
  create: { id: 'files.create', method: 'POST', path: '/files', takes: 'body' },
  get: { id: 'files.get', method: 'GET', path: '/files/{fileId}' },
  update: { id: 'files.update', method: 'PATCH', path: '/files/{fileId}', takes: 'body' },
  delete: { id: 'files.delete', method: 'DELETE', path: '/files/{fileId}', answer: 'none' },
  search: { id: 'files.search', method: 'POST', path: '/files/search', takes: 'body', safe: true },
} as const

export const milestones = {
  create: { id: 'milestones.create', method: 'POST', path: '/milestones', takes: 'body' },
  get: { id: 'milestones.get', method: 'GET', path: '/milestones/{milestoneId}' },
  update: { id: 'milestones.update', method: 'PATCH', path: '/milestones/{milestoneId}', takes: 'body' },
  delete: { id: 'milestones.delete', method: 'DELETE', path: '/milestones/{milestoneId}', answer: 'none' },
  restore: { id: 'milestones.restore', method: 'POST', path: '/milestones/{milestoneId}/restore' },
  search: { id: 'milestones.search', method: 'POST', path: '/milestones/search', takes: 'body', safe: true },
  compare: { id: 'milestones.compare', method: 'GET', path: '/milestones/compare/{milestone1Id}...{milestone2Id}' },
} as const

export const versions = {
  create: { id: 'versions.create', method: 'POST', path: '/versions', takes: 'body' },
  get: { id: 'versions.get', method: 'GET', path: '/versions/{versionId}' },
  update: { id: 'versions.update', method: 'PATCH', path: '/versions/{versionId}', takes: 'body' },
  delete: { id: 'versions.delete', method: 'DELETE', path: '/versions/{versionId}', answer: 'none' },
  restore: { id: 'versions.restore', method: 'POST', path: '/versions/{versionId}/restore', takes: 'body' },
  search: { id: 'versions.search', method: 'POST', path: '/versions/search', takes: 'body', safe: true },
  compare: { id: 'versions.compare', method: 'GET', path: '/versions/compare/{version1Id}...{version2Id}' },
} as const

export const processApplications = {
  create: { id: 'processApplications.create', method: 'POST', path: '/process-applications', takes: 'body' },
  get: { id: 'processApplications.get', method: 'GET', path: '/process-applications/{processApplicationId}' },
  update: {
    id: 'processApplications.update',
    method: 'PATCH',
    path: '/process-applications/{processApplicationId}',
    takes: 'body',
  },
  delete: {
    id: 'processApplications.delete',
    method: 'DELETE',
    path: '/process-applications/{processApplicationId}',
    answer: 'none',
  },
} as const
