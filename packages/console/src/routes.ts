// How each operation is sent. No schemas here, so that one resource can be bundled without the others' validation.

export const clusters = {
  list: { id: 'clusters.list', method: 'GET', path: '/clusters' },
  create: { id: 'clusters.create', method: 'POST', path: '/clusters', takes: 'body' },
  getParameters: { id: 'clusters.getParameters', method: 'GET', path: '/clusters/parameters' },
  get: { id: 'clusters.get', method: 'GET', path: '/clusters/{clusterUuid}' },
  update: { id: 'clusters.update', method: 'PATCH', path: '/clusters/{clusterUuid}', takes: 'body', answer: 'none' },
  delete: { id: 'clusters.delete', method: 'DELETE', path: '/clusters/{clusterUuid}', answer: 'none' },
  upgrade: { id: 'clusters.upgrade', method: 'PUT', path: '/clusters/{clusterUuid}/upgrade' },
  wake: { id: 'clusters.wake', method: 'PUT', path: '/clusters/{clusterUuid}/wake', answer: 'none' },
  updateEncryption: {
    id: 'clusters.updateEncryption',
    method: 'PUT',
    path: '/clusters/{clusterUuid}/encryption',
    takes: 'body',
  },
  failover: { id: 'clusters.failover', method: 'POST', path: '/clusters/{clusterUuid}/failover', takes: 'body' },
  updateIpAllowlist: {
    id: 'clusters.updateIpAllowlist',
    method: 'PUT',
    path: '/clusters/{clusterUuid}/ipallowlist',
    takes: 'body',
    answer: 'none',
  },
  updateIpWhitelist: {
    id: 'clusters.updateIpWhitelist',
    method: 'PUT',
    path: '/clusters/{clusterUuid}/ipwhitelist',
    takes: 'body',
    answer: 'none',
  },
} as const

export const clients = {
  list: { id: 'clients.list', method: 'GET', path: '/clusters/{clusterUuid}/clients' },
  create: { id: 'clients.create', method: 'POST', path: '/clusters/{clusterUuid}/clients', takes: 'body' },
  get: { id: 'clients.get', method: 'GET', path: '/clusters/{clusterUuid}/clients/{clientId}' },
  delete: {
    id: 'clients.delete',
    method: 'DELETE',
    path: '/clusters/{clusterUuid}/clients/{clientId}',
    answer: 'none',
  },
} as const

export const secrets = {
  list: { id: 'secrets.list', method: 'GET', path: '/clusters/{clusterUuid}/secrets' },
  create: {
    id: 'secrets.create',
    method: 'POST',
    path: '/clusters/{clusterUuid}/secrets',
    takes: 'body',
    answer: 'none',
  },
  update: {
    id: 'secrets.update',
    method: 'PUT',
    path: '/clusters/{clusterUuid}/secrets/{secretName}',
    takes: 'body',
    answer: 'none',
  },
  delete: {
    id: 'secrets.delete',
    method: 'DELETE',
    path: '/clusters/{clusterUuid}/secrets/{secretName}',
    answer: 'none',
  },
} as const

export const backups = {
  list: { id: 'backups.list', method: 'GET', path: '/clusters/{clusterUuid}/backups' },
  create: { id: 'backups.create', method: 'POST', path: '/clusters/{clusterUuid}/backups' },
  delete: { id: 'backups.delete', method: 'DELETE', path: '/clusters/{clusterUuid}/backups/{backupId}' },
  getSchedule: { id: 'backups.getSchedule', method: 'GET', path: '/clusters/{clusterUuid}/backups/schedule' },
  setSchedule: {
    id: 'backups.setSchedule',
    method: 'PUT',
    path: '/clusters/{clusterUuid}/backups/schedule',
    takes: 'body',
  },
  deleteSchedule: {
    id: 'backups.deleteSchedule',
    method: 'DELETE',
    path: '/clusters/{clusterUuid}/backups/schedule',
    answer: 'none',
  },
  restore: { id: 'backups.restore', method: 'POST', path: '/clusters/{clusterUuid}/backups/{backupId}/restore' },
  getRestore: { id: 'backups.getRestore', method: 'GET', path: '/clusters/{clusterUuid}/backups/{backupId}/restore' },
} as const

export const monitoring = {
  activate: {
    id: 'monitoring.activate',
    method: 'POST',
    path: '/clusters/{clusterUuid}/monitoring',
    answer: 'none',
  },
  deactivate: {
    id: 'monitoring.deactivate',
    method: 'DELETE',
    path: '/clusters/{clusterUuid}/monitoring',
    answer: 'none',
  },
  listClients: { id: 'monitoring.listClients', method: 'GET', path: '/clusters/{clusterUuid}/monitoring/clients' },
  createClient: {
    id: 'monitoring.createClient',
    method: 'POST',
    path: '/clusters/{clusterUuid}/monitoring/clients',
    takes: 'body',
  },
  deleteClient: {
    id: 'monitoring.deleteClient',
    method: 'DELETE',
    path: '/clusters/{clusterUuid}/monitoring/clients/{clientUuid}',
    answer: 'none',
  },
  rotatePassword: {
    id: 'monitoring.rotatePassword',
    method: 'POST',
    path: '/clusters/{clusterUuid}/monitoring/clients/{clientUuid}/rotate',
  },
} as const

export const secureConnectivity = {
  get: { id: 'secureConnectivity.get', method: 'GET', path: '/clusters/{clusterUuid}/secure-connectivity' },
  activate: {
    id: 'secureConnectivity.activate',
    method: 'POST',
    path: '/clusters/{clusterUuid}/secure-connectivity',
    takes: 'body',
    answer: 'none',
  },
  deactivate: {
    id: 'secureConnectivity.deactivate',
    method: 'DELETE',
    path: '/clusters/{clusterUuid}/secure-connectivity',
    answer: 'none',
  },
} as const

export const members = {
  list: { id: 'members.list', method: 'GET', path: '/members' },
  setRoles: { id: 'members.setRoles', method: 'POST', path: '/members/{email}', takes: 'body', answer: 'none' },
  delete: { id: 'members.delete', method: 'DELETE', path: '/members/{email}', answer: 'none' },
} as const

export const activity = {
  list: { id: 'activity.list', method: 'GET', path: '/activity/json' },
  getCsv: { id: 'activity.getCsv', method: 'GET', path: '/activity/csv', answer: 'text' },
} as const

export const meta = {
  getIpRanges: { id: 'meta.getIpRanges', method: 'GET', path: '/meta/ip-ranges', authenticated: false },
} as const
