import { json } from '../responses.ts'
import type { AuditEvent, Organization } from './organization.ts'
import type { ConsoleRoute } from './route.ts'

const COLUMNS = [
  'service',
  'orgId',
  'audit',
  'auditType',
  'entity',
  'entityId',
  'parentEntity',
  'parentEntityId',
  'userId',
  'timestamp',
] as const

/** The entire activity log, as JSON and as CSV, and the addresses that Camunda sends requests from. */
export function activityRoutes(organization: Organization): ConsoleRoute[] {
  const dto = (event: AuditEvent) => ({ service: 'console', orgId: organization.id, ...event })
  return [
    {
      method: 'GET',
      path: '/activity/json',
      permission: 'Cluster:get',
      handle: () => json(200, organization.activity.map(dto)),
    },
    {
      method: 'GET',
      path: '/activity/csv',
      permission: 'Cluster:get',
      handle: ({ headers }) => {
        const lines = organization.activity.map(dto).map((event) => COLUMNS.map((name) => csvField(event[name])))
        const csv = [[...COLUMNS], ...lines].map((line) => `${line.join(',')}\n`).join('')
        // Documented as a JSON string, and in practice text: callers that accept only JSON get the former, others the
        // latter.
        if (headers.get('accept') === 'application/json') return json(200, csv)
        return new Response(csv, { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' } })
      },
    },
    {
      method: 'GET',
      path: '/meta/ip-ranges',
      // RFC 5737: addresses for documentation.
      handle: () => json(200, { 'web-modeler': ['192.0.2.16/32', '198.51.100.7/32'] }),
    },
  ]
}

/** RFC 4180: values with a comma, a quote or a line break are quoted. */
function csvField(value: string | number | undefined): string {
  const field = String(value ?? '')
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
