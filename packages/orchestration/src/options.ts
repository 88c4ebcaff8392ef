import type { Authenticator, ClientOptions } from '@x/rest'

/** Options of a client of the Orchestration Cluster API, or of one of its resources. */
export interface OrchestrationClientOptions extends Omit<ClientOptions, 'baseUrl' | 'audience'> {
  /**
   * Address of the cluster, such as `restUrl` of `@x/env`; required, because each cluster has its own. `/v2` is
   * appended.
   *
   * On SaaS `https://<region>.api.camunda.io/<cluster id>`, Self-Managed for example `http://localhost:8080`. The type
   * accepts `undefined`, so that you can pass an address from your configuration; creating the client without one
   * throws an error.
   */
  readonly baseUrl: string | URL | undefined
  /**
   * Audience of the token. The empty string requests a token without audience, which some identity providers of
   * Self-Managed installations require. @defaultValue `'zeebe.camunda.io'`, that of SaaS
   */
  readonly audience?: string | undefined
  /**
   * The physical tenant that the client works in (Camunda 8.10, Self-Managed): its id, such as `orders`, or its path
   * `/physical-tenants/orders`. @defaultValue none, which is the physical tenant `default`
   */
  readonly tenantPath?: string | undefined
  /**
   * Default tenant of commands: deployments, new process instances, messages, signals, evaluations, and job activation.
   * Reads include all tenants of the client. @defaultValue none, which the server treats as `<default>`
   */
  readonly tenantId?: string | undefined
  /**
   * Version of the server. Operations, members and values that it does not know are then rejected before they are sent,
   * with the version that has them.
   * @defaultValue not checked
   */
  readonly version?: '8.8' | '8.9' | '8.10' | undefined
  /**
   * Authenticates the calls of `clusterAdmin`: they require credentials of the cluster administration, and servers
   * reject those of a user or client of the cluster. @defaultValue `auth`
   */
  readonly clusterAdminAuth?: Authenticator | undefined
}
