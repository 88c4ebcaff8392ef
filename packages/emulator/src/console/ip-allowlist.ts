import { list, object, string } from '../body-shape.ts'
import { empty } from '../responses.ts'
import type { IpRule } from './cluster.ts'
import { audit, findCluster, type Organization } from './organization.ts'
import { Refusal } from './refusal.ts'
import type { ConsoleRoute } from './route.ts'

/** The list of addresses that may access the cluster, under its current and its deprecated name. */
export function ipAllowlistRoutes(organization: Organization): ConsoleRoute[] {
  return (['ipallowlist', 'ipwhitelist'] as const).map((member) => ({
    method: 'PUT',
    path: `/clusters/{clusterUuid}/${member}`,
    permission: 'IpAllowlist:update',
    body: object({ [member]: list(object({ ip: string(), description: string() })) }),
    handle: ({ param, body, caller }) => {
      const cluster = findCluster(organization, param('clusterUuid'))
      const rules = (body as Record<typeof member, IpRule[]>)[member]
      for (const { ip } of rules) {
        // One rule may contain several ranges.
        const wrong = ip.split(',').find((range) => !isCidr(range.trim()))
        if (wrong !== undefined) throw new Refusal(400, 'Each ip must be a comma separated list of CIDRs')
      }
      cluster.ipAllowlist = rules.map(({ ip, description }) => ({ ip, description }))
      audit(organization, caller, {
        audit: 'IP allowlist updated',
        auditType: 'u',
        entity: 'Cluster',
        entityId: cluster.uuid,
      })
      return empty()
    },
  }))
}

/** An IPv4 or IPv6 address, optionally with a prefix length. */
function isCidr(range: string): boolean {
  const [address = '', prefix, ...more] = range.split('/')
  if (more.length > 0) return false
  const v4 = /^\d{1,3}(\.\d{1,3}){3}$/.test(address) && address.split('.').every((part) => Number(part) <= 255)
  const v6 = address.includes(':') && URL.canParse(`http://[${address}]/`)
  if (!v4 && !v6) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (v4 ? 32 : 128))
}
