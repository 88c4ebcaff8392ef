import type { ClusterCredentials, Credentials, OrganizationCredentials } from './credentials.ts'
import { type CredentialsIssue, notSet } from './errors.ts'
import { isSaasLogin, isSaasName, readSaasAddress, SAAS_ORGANIZATION, SAAS_TOKEN_URL, saasCluster } from './saas.ts'
import type { Variables } from './variables.ts'

/** The kind of API client. */
export type Kind = 'cluster' | 'organization'

/** The settings in the variables, and their problems. */
export interface Resolution {
  readonly credentials: Credentials
  /** Problems that prevent the required kinds from being used. */
  readonly issues: readonly CredentialsIssue[]
}

/**
 * Creates credentials from variables. Never throws: problems are returned next to the credentials.
 *
 * @param kinds at least one of them is required; issues of other kinds are left out
 */
export function resolve({ read, warnings, other }: Variables, kinds: readonly Kind[]): Resolution {
  const issues: CredentialsIssue[] = []
  const missing: CredentialsIssue[][] = []
  const readKind = <K extends Kind>(kind: K, beginning: string) => {
    const found = read(kind, kinds.includes(kind) ? issues : [])
    const halves = (['Id', 'Secret'] as const)
      .filter((half) => !(`client${half}` in found))
      .map((half) => notSet(beginning + half.toUpperCase(), `In Console, create an API client of the ${kind}.`))
    if (kinds.includes(kind)) missing.push(halves)
    return [found, !halves[0]] as const
  }
  const { mode, tokenUrl: ownTokenUrl, scopes, ...request } = read('common', issues)
  const [own, hasCluster] = readKind('cluster', 'CAMUNDA_CLIENT_')
  const [organization, hasOrganization] = readKind('organization', 'CAMUNDA_CONSOLE_CLIENT_')
  // Half a client is an error; a whole one may be missing if there is another.
  const halves = missing.filter((list) => !list[1]).flat()
  issues.push(...halves)

  const addresses = Object.values<string>(own as never)
  const told = [...addresses, ...Object.values<string>(organization as never)]
  const located = Object.assign({}, ...addresses.map(readSaasAddress), own)
  // The value of the mode was checked before.
  const isSaas = mode
    ? /^sa/i.test(mode)
    : ownTokenUrl
      ? isSaasLogin(ownTokenUrl)
      : // A Self-Managed address takes precedence over an audience or another address of SaaS.
        located.clusterId ||
        located.region ||
        (told.some(isSaasName) && !told.some((value) => /:/.test(value) && !isSaasName(value)))
  const tokenUrl = ownTokenUrl || (isSaas ? SAAS_TOKEN_URL : undefined)
  const oauth = { tokenUrl, ...request }
  const cluster = { ...oauth, ...(isSaas && saasCluster(located)), ...located }
  if (cluster.restUrl) cluster.zeebeRestUrl = cluster.restUrl
  else if (isSaas && hasCluster && !issues[0]) warnings.push(notSet('CAMUNDA_CLUSTER_REGION', 'It has no default.'))

  // On Self-Managed, one application can work for everything, but only variables can say where Web Modeler is.
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
            // Camunda's own addresses are used for its own tokens only: tokens of another server must not be sent
            // there.
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
  if (!tokenUrl && !issues[0]) issues.push(notSet('CAMUNDA_OAUTH_URL', 'For SaaS, set CAMUNDA_CLIENT_MODE=saas.'))

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
