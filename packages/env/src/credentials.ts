import type { CredentialsWarning } from './errors.ts'
import type { Secret } from './secret.ts'

/** What a token request needs. Pass it to `createOAuth` of `@x/auth` as it is. */
export interface OAuthClient {
  /** Token endpoint: `https`, or a loopback address, unless `dangerouslyAllowInsecureTokenUrl` is set. */
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: Secret
  /** OAuth scope to request. Not used on SaaS; Microsoft Entra ID requires `<client id>/.default`. */
  readonly scope?: string | undefined
  /** URI of the API that the token is for (RFC 8707). Only if set. */
  readonly resource?: string | undefined
  /** True if a token URL over `http` was allowed. Anyone on the network can read the client secret then. */
  readonly dangerouslyAllowInsecureTokenUrl?: true | undefined
}

/**
 * Addresses, audiences and tenant of a cluster, without the client. Addresses end without a slash and without a version
 * (`/v1`, `/v2`). On SaaS, addresses that are not set are derived from region and cluster id; on Self-Managed they are
 * undefined.
 */
export interface ClusterSettings {
  /** SaaS only. */
  readonly clusterId?: string | undefined
  /** SaaS only, such as `bru-2`. */
  readonly region?: string | undefined
  /** As set: `grpcs://host:port`, `grpc://…`, `https://…` or `host:port`. */
  readonly zeebeGrpcAddress?: string | undefined
  /**
   * The single address of the Orchestration Cluster API, from Camunda 8.8 on; append `/v2`. A SaaS host that Camunda
   * 8.10 removed is replaced by its successor, with a warning.
   */
  readonly restUrl?: string | undefined
  /** @deprecated Use `restUrl`, which has the same value. */
  readonly zeebeRestUrl?: string | undefined
  /** Operate, up to Camunda 8.9; append `/v1`. */
  readonly operateUrl?: string | undefined
  /** Tasklist, up to Camunda 8.9; append `/v1`. */
  readonly tasklistUrl?: string | undefined
  /** Optimize; append `/api`. */
  readonly optimizeUrl?: string | undefined
  /** Webhooks of Connectors. */
  readonly connectorsUrl?: string | undefined
  /** Audience of Zeebe and the Orchestration Cluster REST API. Self-Managed: only if set. */
  readonly audience?: string | undefined
  /** Audience of Operate, only if set: clients have a default. */
  readonly operateAudience?: string | undefined
  /** Audience of Tasklist, only if set: clients have a default. */
  readonly tasklistAudience?: string | undefined
  /** Audience of Optimize, only if set: clients have a default. */
  readonly optimizeAudience?: string | undefined
  /** Default tenant of requests. */
  readonly tenantId?: string | undefined
}

/** A cluster's API client (tab API of the cluster): works for Zeebe, Operate, Tasklist and Optimize of that cluster. */
export interface ClusterCredentials extends OAuthClient, ClusterSettings {}

/**
 * An organization's API client (Administration API): works for Console, Web Modeler and Hub. On Self-Managed, where one
 * application can work for everything, the cluster's client is returned here, too, if Web Modeler's address is set.
 */
export interface OrganizationCredentials extends OAuthClient {
  /** One audience for all three APIs. Self-Managed: only if set. */
  readonly audience?: string | undefined
  /** Console API, which has no version in its address. Self-Managed has none. */
  readonly consoleUrl?: string | undefined
  /** Web Modeler API, including `/api/v1`. Self-Managed: only if set. */
  readonly modelerUrl?: string | undefined
  /** Camunda Hub; append `/api/v2`. Self-Managed: only if set. */
  readonly hubUrl?: string | undefined
}

/** The credentials and settings in a record of variables or a file. */
export interface Credentials {
  readonly deployment: 'saas' | 'self-managed'
  /** Undefined if the source has no client of a cluster. */
  readonly cluster?: ClusterCredentials | undefined
  /** Undefined if the source has no client of an organization. */
  readonly organization?: OrganizationCredentials | undefined
  /** Scopes of the cluster's client in Console, such as `Zeebe` and `Operate`. Not OAuth scopes. */
  readonly scopes: readonly string[]
  /** Problems that do not prevent use. Log them: they contain names, never values. */
  readonly warnings: readonly CredentialsWarning[]
  /**
   * Variables that this package does not use, under the names they have in the source. They may be secret, so they are
   * redacted. If the environment is read without an argument: `CAMUNDA_*` and `ZEEBE_*` only.
   */
  readonly other: Readonly<Record<string, Secret>>
}
