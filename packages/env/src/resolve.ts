import type { Credentials, OAuthClient } from './credentials.ts'
import { type CredentialsIssue, notSet } from './errors.ts'
import { isSaasLogin, readSaasAddress, SAAS_ORGANIZATION, SAAS_TOKEN_URL, saasCluster } from './saas.ts'
import { Secret } from './secret.ts'
import { CLIENT_NAMES, ENDS, NAMES } from './variable-names.ts'
import type { Variables } from './variables.ts'

/** Which API client the credentials are of. */
export type Kind = 'cluster' | 'organization'
type IssuesByKind = Record<Kind, CredentialsIssue[]>

/** What the variables give, and what is wrong with them. */
export interface Resolution {
  readonly credentials: Credentials
  /** What keeps each kind from being used. One kind does not care about the issues of the other. */
  readonly issues: IssuesByKind
  /** What to set when a kind is wanted of which there is no trace. */
  readonly absent: IssuesByKind
}

const HINTS: Readonly<Record<Kind, string>> = {
  cluster: "Operate needs a cluster client, made in the cluster's API tab, not an organization client.",
  organization: 'The Console API needs an organization client, made under Administration API, not a cluster client.',
}

const TOKEN_URL_NOT_SET = notSet(NAMES.common.tokenUrl[0], 'Self-Managed has no default.')

/** Makes credentials of variables. Never throws: what is wrong comes back beside what is right. */
export function resolve(variables: Variables): Resolution {
  const invalid: CredentialsIssue[] = []
  const { mode, tokenUrl: ownTokenUrl, scope, scopes, ...audiences } = variables.read(NAMES.common, invalid)
  const issues: IssuesByKind = { cluster: [...invalid], organization: [...invalid] }
  const absent: IssuesByKind = { cluster: [], organization: [] }
  const pair = (kind: Kind) => {
    const found = variables.client(CLIENT_NAMES[kind])
    const [id, secret] = found
    if (id && secret) return { clientId: id.value.trim(), clientSecret: new Secret(secret.value.trim()) }
    const missing = ENDS.filter((_, index) => !found[index])
    const list = missing[1] ? absent : issues
    for (const end of missing) list[kind].push(notSet(CLIENT_NAMES[kind][0] + end, HINTS[kind]))
    return undefined
  }
  const clusterPair = pair('cluster')
  const organizationPair = pair('organization')
  const ownUrls = variables.read(NAMES.organization, issues.organization)
  const ownSettings = variables.read(NAMES.cluster, issues.cluster)
  const located = { ...readSaasAddress(ownSettings.zeebeGrpcAddress), ...ownSettings }
  const known = Object.keys({ ...ownUrls, ...located }).join()
  const isSaas = mode
    ? /^saas$/i.test(mode)
    : isSaasLogin(ownTokenUrl) || /region|clusterId/.test(known) || !(ownTokenUrl || /Url|Address/.test(known))
  const tokenUrl = ownTokenUrl ?? (isSaas ? SAAS_TOKEN_URL : undefined)
  const settings = { ...(isSaas && saasCluster(located)), ...located }

  const client = (kind: Kind, found: typeof clusterPair | false): OAuthClient | undefined => {
    if (found && tokenUrl) return { tokenUrl, ...found, ...(scope && { scope }) }
    if (found && !invalid[0]) issues[kind].push(TOKEN_URL_NOT_SET)
    return undefined
  }
  const cluster = client('cluster', clusterPair)
  if (isSaas && cluster && !settings.operateUrl)
    variables.warnings.push(notSet(NAMES.cluster.region[0], 'No address without it.'))

  // On Self-Managed one application can open everything, but where Web Modeler is only the variables can tell.
  const isPlaced = isSaas || Object.keys(ownUrls).length > 0
  const usedPair = organizationPair ?? (!isSaas && clusterPair)
  const organization = client('organization', isPlaced && usedPair)
  if (usedPair) {
    absent.organization = isPlaced ? [] : [notSet(NAMES.organization.modelerUrl[0], 'Self-Managed has no default.')]
  }
  const audience = (!isSaas && audiences.modelerAudience) || audiences.organizationAudience

  return {
    credentials: {
      deployment: isSaas ? 'saas' : 'self-managed',
      cluster: cluster && { ...cluster, ...settings },
      organization: organization && {
        ...organization,
        // Camunda's own addresses only for its own tokens: what another server gave must not be sent there unasked.
        ...(isSaasLogin(tokenUrl) && SAAS_ORGANIZATION),
        ...ownUrls,
        ...(audience && { audience }),
      },
      scopes: scopes?.split(/[\s,]+/) ?? [],
      warnings: variables.warnings,
      other: variables.other,
    },
    issues,
    absent,
  }
}
