import type { Authenticator, ClientOptions } from '@x/rest'

/** Options of a client of the Orchestration Cluster API, or of one of its resources. */
export interface OrchestrationClientOptions extends Omit<ClientOptions, 'baseUrl' | 'audience'> {
  /**
   * Address of the cluster, as `restUrl` of `@x/env` has it; required, since no two clusters share it. `/v2` is appended.
   *
   * On SaaS `https://<region>.api.camunda.io/<cluster id>`, Self-Managed for example `http://localhost:8080`. The type
   * accepts `undefined` so that an address from your configuration can be passed on; creating the client then throws and
   * says that it is missing.
   */
  readonly baseUrl: string | URL | undefined
  /**
   * Audience of the token. The empty string requests a token without audience, which some identity providers of
   * Self-Managed installations need. @defaultValue `'zeebe.camunda.io'`, that of SaaS
   */
  readonly audience?: string | undefined
  /**
   * The physical tenant that the client works in (Camunda 8.10, Self-Managed): its id, such as `orders`, or its path
   * `/physical-tenants/orders`. @defaultValue none, which is the physical tenant `default`
   */
  readonly tenantPath?: string | undefined
  /**
   * Tenant of the commands that name none: deployments, new process instances, messages, signals, evaluations, and job
   * activation. Reads are for all tenants of the client. @defaultValue none, which is `<default>` to the server
   */
  readonly tenantId?: string | undefined
  /**
   * Version of the server. What it does not know is then rejected before it is sent, with the version that knows it.
   * @defaultValue not checked
   */
  readonly version?: '8.8' | '8.9' | '8.10' | undefined
  /**
   * Authenticates the calls of `clusterAdmin`: they are for the credentials of the cluster's administration, and servers
   * refuse those of a user or client of the cluster. @defaultValue `auth`
   */
  readonly clusterAdminAuth?: Authenticator | undefined
}
