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
  const missing: CredentialsIssue[][] = []
  const readKind = <K extends Kind>(kind: K, beginning: string) => {
    const isRequired = kinds.includes(kind)
    const found = read(kind, isRequired ? issues : [])
    const halves = HALVES.filter((half) => !(half in found)).map((half) =>
      notSet(beginning + half.slice(6).toUpperCase(), `In Console, create an API client of the ${kind}.`),
    )
    if (isRequired) missing.push(halves)
    return [found, !halves[0]] as const
  }
  const { mode, tokenUrl: ownTokenUrl, scopes, ...request } = read('common', issues)
  const [own, hasCluster] = readKind('cluster', 'CAMUNDA_CLIENT_')
  const [organization, hasOrganization] = readKind('organization', 'CAMUNDA_CONSOLE_CLIENT_')
  // Half a client is a mistake; a whole one may be missing if another is there.
  const halves = missing.filter((list) => !list[1]).flat()
  issues.push(...halves)

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
  const oauth = { tokenUrl, ...request }
  const cluster = { ...oauth, ...(isSaas && saasCluster(located)), ...located }
  if (cluster.restUrl) cluster.zeebeRestUrl = cluster.restUrl
  else if (isSaas && hasCluster && !issues[0]) warnings.push(notSet('CAMUNDA_CLUSTER_REGION', 'It has no default.'))

  // On Self-Managed one application can open everything, but where Web Modeler is only the variables can tell.
  const isShared = !isSaas && hasCluster
  const hasEither = hasOrganization || isShared
  const isPlaced = isSaas || /Url/.test(Object.keys(organization).join())
  const credentials = {
    cluster: hasCluster ? (cluster as ClusterCredentials) : undefined,
    organization:
      isPlaced && hasEither
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
  if (!halves[0] && !kinds.some((kind) => credentials[kind])) {
    if (!isShared) issues.push(...missing.flat())
    if (tokenUrl && !isPlaced && hasEither && kinds.includes('organization'))
      issues.push(notSet('CAMUNDA_MODELER_BASE_URL', 'It has no default.'))
  }
  if (!tokenUrl && !issues[0])
    issues.push(notSet('CAMUNDA_OAUTH_URL', 'It has no default; for SaaS, set CAMUNDA_CLIENT_MODE=saas.'))

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
