import { createOAuth, type OAuth, type OAuthOptions } from '@x/auth'
import { type ConsoleClient, createConsoleClient } from '@x/console'
import { type ClusterCredentials, type OrganizationCredentials, parseCredentials } from '@x/env'
import { createModelerClient, type ModelerClient } from '@x/modeler'
import { createOperateClient, type OperateClient, type OperateClientOptions, operateApi } from '@x/operate'
import { ok } from './expect.ts'
import type { Place } from './place.ts'

export const OPERATE_AUDIENCE: string = operateApi.audience

export function cluster({ setup }: Place): ClusterCredentials {
  const { cluster } = parseCredentials(setup.clusterFile)
  ok(cluster, 'a client of a cluster in its file')
  return cluster
}

export function organization({ setup }: Place): OrganizationCredentials {
  const { organization } = parseCredentials(setup.organizationFile)
  ok(organization, 'a client of the organization in its file')
  return organization
}

/** Without the pace of one token request per second, which would slow the tests down. */
export function signIn(place: Place, options: Partial<OAuthOptions> = {}): OAuth {
  return createOAuth({ ...cluster(place), minTokenIntervalMs: 0, ...options })
}

export function openOperate(place: Place, options: Partial<OperateClientOptions> = {}): OperateClient {
  return createOperateClient({ auth: signIn(place), baseUrl: cluster(place).operateUrl, ...options })
}

export function openConsole(place: Place): ConsoleClient {
  const { consoleUrl, ...credentials } = organization(place)
  return createConsoleClient({ auth: createOAuth(credentials), baseUrl: consoleUrl })
}

export function openModeler(place: Place): ModelerClient {
  const { modelerUrl, audience, ...credentials } = organization(place)
  return createModelerClient({ auth: createOAuth(credentials), baseUrl: modelerUrl, audience })
}
