import type { CallOptions, Page, ReadOptions, Search, SearchAllOptions, TextFilter } from '@x/rest'

/**
 * Mapping rules. A rule matches every token of the identity provider that has a claim with a given value. Groups, roles,
 * tenants and authorizations of the rule apply to everyone whose token matches.
 */
export interface MappingRules {
  /**
   * Creates a mapping rule, and returns it. Searches find it a moment later. It has no effect until you assign something to
   * it.
   *
   * @operation POST /mapping-rules
   * @permission MAPPING_RULE CREATE
   * @since 8.8
   * @throws {ApiError} 409 if `mappingRuleId` is taken
   *
   * @example
   * const { mappingRuleId } = await camunda.mappingRules.create({
   *   mappingRuleId: 'department-support',
   *   name: 'Department: support',
   *   claimName: 'department',
   *   claimValue: 'support',
   * })
   * await camunda.roles.assignToMappingRule('order-operator', mappingRuleId)
   */
  create(body: MappingRule, options?: CallOptions): Promise<MappingRule>

  /**
   * Returns one page of the mapping rules whose id, name, claim and value match. Without a filter, it returns all that
   * the client may read.
   *
   * @operation POST /mapping-rules/search
   * @permission MAPPING_RULE READ
   * @since 8.8
   * @paging cursor
   * @eventuallyConsistent
   */
  search(
    body?: Search<MappingRuleFilter, MappingRuleSortField>,
    options?: ReadOptions<Page<MappingRule>>,
  ): Promise<Page<MappingRule>>

  /** Returns all matching mapping rules one by one, and requests the next page while you work on the current one. */
  searchAll(
    body?: Search<MappingRuleFilter, MappingRuleSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<MappingRule, void, undefined>

  /**
   * Returns one mapping rule: the claim, and the value that a token must have for it. Groups, roles and tenants of the
   * rule are not included: their own searches list their members.
   *
   * @operation GET /mapping-rules/{mappingRuleId}
   * @permission MAPPING_RULE READ
   * @since 8.8
   * @eventuallyConsistent
   * @throws {ApiError} 404 if it does not exist or is not visible yet
   */
  get(mappingRuleId: string, options?: ReadOptions<MappingRule>): Promise<MappingRule>

  /**
   * Replaces claim and name of a mapping rule, and returns it. The id cannot be changed.
   *
   * @operation PUT /mapping-rules/{mappingRuleId}
   * @permission MAPPING_RULE UPDATE
   * @since 8.8
   * @throws {ApiError} 404 if it does not exist
   */
  update(mappingRuleId: string, body: UpdateMappingRuleRequest, options?: CallOptions): Promise<MappingRule>

  /**
   * Deletes a mapping rule. Everyone whose token matches loses its groups, roles, tenants and authorizations. **This cannot
   * be undone.**
   *
   * @operation DELETE /mapping-rules/{mappingRuleId}
   * @permission MAPPING_RULE DELETE
   * @since 8.8
   * @throws {ApiError} 404 if it does not exist
   */
  delete(mappingRuleId: string, options?: CallOptions): Promise<void>
}

/** A claim, and the value that a token must have for it. */
export interface MappingRule extends UpdateMappingRuleRequest {
  /** @minLength 1 @maxLength 256 */
  readonly mappingRuleId: string
}

/** New claim and name of a mapping rule. */
export interface UpdateMappingRuleRequest {
  /** Name of a claim in tokens of the identity provider. */
  readonly claimName: string
  /** The value that the claim must have. */
  readonly claimValue: string
  readonly name: string
}

/** Conditions on mapping rules; all must be met. */
export interface MappingRuleFilter extends MappingRuleFilterFields {
  /** At least one of these must also match. @since 8.10 */
  readonly $or?: readonly MappingRuleFilterFields[] | null | undefined
}

/** Conditions on the fields of mapping rules; all must be met. */
export interface MappingRuleFilterFields {
  readonly claimName?: string | undefined
  readonly claimValue?: string | undefined
  readonly name?: TextFilter | undefined
  readonly mappingRuleId?: TextFilter | undefined
}

/** Fields to sort mapping rules by. */
export type MappingRuleSortField = 'mappingRuleId' | 'claimName' | 'claimValue' | 'name'
