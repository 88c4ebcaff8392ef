import { createOAuth, type OAuth } from '@x/auth'
import { privateKeyJwt } from '@x/auth/private-key-jwt'

export interface EntraApplication {
  readonly tenant: string
  /** Of your own app registration. */
  readonly clientId: string
  /** Of Camunda's app registration. */
  readonly camundaAppId: string
}

const tokenUrl = (tenant: string): string => `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`

// #region scope
/** Authenticates with a secret. The scope identifies the API; no audience is sent. */
export function withSecret({ tenant, clientId, camundaAppId }: EntraApplication, clientSecret: string): OAuth {
  return createOAuth({ tokenUrl: tokenUrl(tenant), clientId, clientSecret, scope: `${camundaAppId}/.default` })
}
// #endregion scope

// #region certificate
/**
 * Authenticates with a private key and its certificate instead of a secret, both as PEM text. The key must be PKCS#8.
 */
export function withCertificate(
  { tenant, clientId, camundaAppId }: EntraApplication,
  privateKey: string,
  certificate: string,
): OAuth {
  return createOAuth({
    tokenUrl: tokenUrl(tenant),
    clientId,
    scope: `${camundaAppId}/.default`,
    clientAuthentication: privateKeyJwt({ privateKey, certificate }),
  })
}
// #endregion certificate
