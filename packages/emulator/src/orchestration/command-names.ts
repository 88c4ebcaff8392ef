/** Names of commands that differ from the verb of their operation. */
const SPECIAL: Readonly<Record<string, string>> = {
  'adHocSubProcesses.activateActivities': 'ACTIVATE',
  'elementInstances.setVariables': 'UPDATE',
  'processInstances.assignBusinessId': 'ASSIGN',
  'processInstances.resolveIncidents': 'CREATE',
  'setup.createAdminUser': 'CREATE',
  'userTasks.unassign': 'ASSIGN',
}

/** The real server's name for the command of an operation, in rejections. */
export function commandName(operationId: string): string {
  const [resource = '', verb = ''] = operationId.split('.')
  const special = SPECIAL[operationId]
  if (special !== undefined) return special
  if (verb.endsWith('Batch')) return 'CREATE'
  if (resource === 'groups' || resource === 'roles' || resource === 'tenants') {
    if (verb.startsWith('assign')) return 'ADD_ENTITY'
    if (verb.startsWith('unassign')) return 'REMOVE_ENTITY'
  }
  if (resource === 'clusterVariables') return verb.replace(/Global|ForTenant/, '').toUpperCase()
  return verb.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
}
