import { createOAuth, type OAuth } from '@x/auth'
import { privateKeyJwt } from '@x/auth/private-key-jwt'

export interface EntraApplication {
  readonly tenant: string
  /** Of the app registration that asks. */
  readonly clientId: string
  /** Of the app registration that stands for Camunda. */
  readonly camundaAppId: string
}

const tokenUrl = (tenant: string): string => `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`

// #region scope
/** With a secret. The scope says which API the token is for; no audience is sent. */
export function withSecret({ tenant, clientId, camundaAppId }: EntraApplication, clientSecret: string): OAuth {
  return createOAuth({ tokenUrl: tokenUrl(tenant), clientId, clientSecret, scope: `${camundaAppId}/.default` })
}
// #endregion scope

// #region certificate
/** With a certificate in place of the secret, both as PEM text. The key has to be PKCS#8. */
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
