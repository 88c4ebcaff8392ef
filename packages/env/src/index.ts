export type {
  ClusterCredentials,
  ClusterSettings,
  Credentials,
  OAuthClient,
  OrganizationCredentials,
} from './credentials.ts'
export {
  CredentialsError,
  type CredentialsErrorCode,
  type CredentialsIssue,
  type CredentialsWarning,
} from './errors.ts'
export { parseCredentials } from './parse-credentials.ts'
export {
  type CredentialsSource,
  type ReadOptions,
  readClusterCredentials,
  readCredentials,
  readOrganizationCredentials,
} from './read-credentials.ts'
export { Secret } from './secret.ts'
