import { library } from '../../tsup.base.ts'

export default library({
  index: 'src/index.ts',
  operations: 'src/operations.ts',
  clusters: 'src/clusters.ts',
  clients: 'src/clients.ts',
  secrets: 'src/secrets.ts',
  backups: 'src/backups.ts',
  monitoring: 'src/monitoring.ts',
  'secure-connectivity': 'src/secure-connectivity.ts',
  members: 'src/members.ts',
  activity: 'src/activity.ts',
  meta: 'src/meta.ts',
})
