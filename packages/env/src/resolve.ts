import type { ClusterCredentials, Credentials, OrganizationCredentials } from './credentials.ts'
import { type CredentialsIssue, notSet } from './errors.ts'
import { isSaasLogin, isSaasName, readSaasAddress, SAAS_ORGANIZATION, SAAS_TOKEN_URL, saasCluster } from './saas.ts'
import type { Variables } from './variables.ts'

/** Which API client the credentials are of. */
export type Kind = 'cluster' | 'organization'

/** What the variables say, and what is wrong with them. */
export interface Resolution {
  readonly credentials: Credentials
  /** What keeps the required kinds from being used. */
  readonly issues: readonly CredentialsIssue[]
}

const HALVES = ['clientId', 'clientSecret'] as const

/**
 * Makes credentials of variables. Never throws: what is wrong is returned beside what is right.
 *
 * @param kinds of which at least one is required; issues of another kind are left out
 */
export function resolve({ read, warnings, other }: Variables, kinds: readonly Kind[]): Resolution {
  const issues: CredentialsIssue[] = []
  const absent: CredentialsIssue[] = []
  let isHalf = false
  const readKind = <K extends Kind>(kind: K, names: string, hint: string) => {
    const isRequired = kinds.includes(kind)
    const found = read(kind, isRequired ? issues : [])
    const missing = HALVES.filter((half) => !(half in found))
    if (isRequired) {
      isHalf ||= missing.length === 1
      const list = missing[1] ? absent : issues
      list.push(...missing.map((half) => notSet(names + half.slice(6).toUpperCase(), hint)))
    }
    return [found, !missing[0]] as const
  }
  const { mode, allowsInsecure, tokenUrl: ownTokenUrl, scopes, ...request } = read('common', issues)
  const [own, hasCluster] = readKind(
    'cluster',
    'CAMUNDA_CLIENT_',
    "Use a cluster client, made in the cluster's API tab.",
  )
  const [organization, hasOrganization] = readKind(
    'organization',
    'CAMUNDA_CONSOLE_CLIENT_',
    'Use an organization client, made under Administration API.',
  )

  const addresses = Object.values<string>(own as never)
  const told = [...addresses, ...Object.values<string>(organization as never)]
  const located = Object.assign({}, ...addresses.map(readSaasAddress), own)
  const isSaas = mode
    ? /^saas$/i.test(mode)
    : ownTokenUrl
      ? isSaasLogin(ownTokenUrl)
      : // An address of one's own counts more than an audience or another address of SaaS.
        located.clusterId ||
        located.region ||
        (told.some(isSaasName) && !told.some((value) => /:/.test(value) && !isSaasName(value)))
  const tokenUrl = ownTokenUrl ?? (isSaas ? SAAS_TOKEN_URL : undefined)
  const oauth = {
    tokenUrl,
    ...request,
    ...(allowsInsecure === 'true' && { dangerouslyAllowInsecureTokenUrl: true }),
  }
  const cluster = { ...oauth, ...(isSaas && saasCluster(located)), ...located }
  if (cluster.restUrl) cluster.zeebeRestUrl = cluster.restUrl
  else if (isSaas && hasCluster && !issues[0]) warnings.push(notSet('CAMUNDA_CLUSTER_REGION', 'No address without it.'))

  // On Self-Managed one application can open everything, but where Web Modeler is only the variables can tell.
  const isShared = !isSaas && hasCluster
  const isPlaced = isSaas || /Url/.test(Object.keys(organization).join())
  const credentials = {
    cluster: hasCluster ? (cluster as ClusterCredentials) : undefined,
    organization:
      isPlaced && (hasOrganization || isShared)
        ? ({
            ...oauth,
            clientId: own.clientId,
            clientSecret: own.clientSecret,
            // Camunda's own addresses only for its own tokens: what another server gave must not be sent there unasked.
            ...(isSaasLogin(tokenUrl) && SAAS_ORGANIZATION),
            ...organization,
          } as OrganizationCredentials)
        : undefined,
  }
  if (!isHalf && !kinds.some((kind) => credentials[kind])) {
    if (!isShared) issues.push(...absent)
    if (tokenUrl && !isPlaced && (hasOrganization || isShared) && kinds.includes('organization'))
      issues.push(notSet('CAMUNDA_MODELER_BASE_URL', 'Self-Managed has no default.'))
  }
  if (!tokenUrl && !issues[0])
    issues.push(notSet('CAMUNDA_OAUTH_URL', 'Self-Managed has no default; for SaaS, set CAMUNDA_CLIENT_MODE=saas.'))

  return {
    credentials: {
      deployment: isSaas ? 'saas' : 'self-managed',
      ...credentials,
      scopes: scopes?.split(/[\s,]+/) ?? [],
      warnings,
      other,
    },
    issues,
  }
}
