import type { CredentialsWarning } from './errors.ts'
import type { Secret } from './secret.ts'

/** What a token request needs. Pass it to `createOAuth` of `@x/auth` as it is. */
export interface OAuthClient {
  /** Token endpoint: `https`, or a loopback address, unless `dangerouslyAllowInsecureTokenUrl` is set. */
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: Secret
  /** OAuth scope to ask for. Not used on SaaS; Microsoft Entra ID wants `<client id>/.default`. */
  readonly scope?: string | undefined
  /** URI of the API that the token is for (RFC 8707), only if set. */
  readonly resource?: string | undefined
  /** True if a token URL over `http` was allowed. Anyone on the network can read the client secret then. */
  readonly dangerouslyAllowInsecureTokenUrl?: true | undefined
}

/**
 * What is known of a cluster, whoever logs in. Addresses end without a slash and without a version (`/v1`, `/v2`).
 * On SaaS those that are not given are derived from region and cluster id; on Self-Managed they are left out.
 */
export interface ClusterSettings {
  /** SaaS only. */
  readonly clusterId?: string | undefined
  /** SaaS only, such as `bru-2`. */
  readonly region?: string | undefined
  /** As it was given: `grpcs://host:port`, `grpc://…`, `https://…` or `host:port`. */
  readonly zeebeGrpcAddress?: string | undefined
  /** The single address of the Orchestration Cluster API; append `/v2`. Up to Camunda 8.9 the variables may name an older host. */
  readonly restUrl?: string | undefined
  /** @deprecated Use `restUrl`, which has the same value. */
  readonly zeebeRestUrl?: string | undefined
  /** Operate; append `/v1`. */
  readonly operateUrl?: string | undefined
  /** Tasklist; append `/v1`. */
  readonly tasklistUrl?: string | undefined
  /** Optimize; append `/api`. */
  readonly optimizeUrl?: string | undefined
  /** Webhooks of Connectors. */
  readonly connectorsUrl?: string | undefined
  /** Audience of Zeebe and the Orchestration Cluster REST API. Self-Managed: only when set. */
  readonly audience?: string | undefined
  /** Audience of Operate, only when set: clients know the usual one. */
  readonly operateAudience?: string | undefined
  /** Audience of Tasklist, only when set: clients know the usual one. */
  readonly tasklistAudience?: string | undefined
  /** Audience of Optimize, only when set: clients know the usual one. */
  readonly optimizeAudience?: string | undefined
  /** Tenant that requests belong to where they name none. */
  readonly tenantId?: string | undefined
}

/** A cluster's API client (tab API of the cluster): opens Zeebe, Operate, Tasklist and Optimize of that cluster. */
export interface ClusterCredentials extends OAuthClient, ClusterSettings {}

/**
 * An organization's API client (Administration API): opens Console, Web Modeler and Hub. On Self-Managed, where one
 * application can open everything, it is also made of the cluster's client when Web Modeler's address is given.
 */
export interface OrganizationCredentials extends OAuthClient {
  /** One audience for all three APIs. Self-Managed: only when set. */
  readonly audience?: string | undefined
  /** Console API, which has no version in its address. Self-Managed has none. */
  readonly consoleUrl?: string | undefined
  /** Web Modeler API, `/api/v1` included. Self-Managed: only when set. */
  readonly modelerUrl?: string | undefined
  /** Camunda Hub; append `/api/v2`. Self-Managed: only when set. */
  readonly hubUrl?: string | undefined
}

/** Everything a record of variables or a file says about how to reach Camunda. */
export interface Credentials {
  readonly deployment: 'saas' | 'self-managed'
  /** Present when the source holds a cluster's client. */
  readonly cluster?: ClusterCredentials | undefined
  /** Present when the source holds an organization's client. */
  readonly organization?: OrganizationCredentials | undefined
  /** What the cluster's client was allowed in Console, such as `Zeebe`, `Operate`. Not OAuth scopes. */
  readonly scopes: readonly string[]
  /** Oddities worth a line in a log. They hold names, never values. */
  readonly warnings: readonly CredentialsWarning[]
  /**
   * Variables this package does not use, under the names they have in the source. Whether they are secret nobody knows, so
   * they are taken to be. Read from the environment without an argument: `CAMUNDA_*` and `ZEEBE_*` only.
   */
  readonly other: Readonly<Record<string, Secret>>
}
