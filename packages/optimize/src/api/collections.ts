import type { CallOptions, JsonObject } from '@x/rest'
import type { Id } from './shared.ts'

/**
 * Collections of reports and dashboards. Camunda has not documented these operations: they may change or go away in any version.
 */
export interface Collections {
  /**
   * Returns the ids of all collections.
   *
   * @operation GET /public/collection
   * @remarks Undocumented: Optimize has this operation, and Camunda may change it in any version.
   */
  list(options?: CallOptions): Promise<readonly Id[]>

  /**
   * Returns one collection as JSON, whose members Camunda has not documented.
   *
   * @operation GET /public/collection/{collectionId}
   * @remarks Undocumented: Optimize has this operation, and Camunda may change it in any version.
   * @throws {ApiError} 404 if it does not exist
   */
  get(collectionId: string, options?: CallOptions): Promise<JsonObject>

  /**
   * Creates a collection for an owner.
   *
   * @operation POST /public/collection/create
   * @remarks Undocumented: Optimize has this operation, and Camunda may change it in any version.
   * @returns the id of the collection
   */
  create(body: CreateCollectionRequest, options?: CallOptions): Promise<Id>

  /**
   * Adds data sources to a collection.
   *
   * @operation PUT /public/collection/{collectionId}/scope
   * @remarks Undocumented: Optimize has this operation, and Camunda may change it in any version.
   */
  addScope(collectionId: string, body: readonly DataSource[], options?: CallOptions): Promise<void>
}

/** A new collection. */
export interface CreateCollectionRequest {
  readonly name?: string | undefined
  /** Id of a user of Optimize. */
  readonly ownerId?: string | undefined
}

/** A process or a decision whose data a collection may use. */
export interface DataSource {
  readonly definitionType?: 'process' | 'decision' | undefined
  /** Id of the process or the decision in its BPMN or DMN. */
  readonly definitionKey?: string | undefined
  /** `null` means no tenant. */
  readonly tenants?: readonly (string | null)[] | undefined
}
