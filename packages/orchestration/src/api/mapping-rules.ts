import type { CallOptions, Page, ReadOptions, Search, SearchAllOptions, TextFilter } from '@x/rest'

/** TODO(words) */
export interface MappingRules {
  /**
   * TODO(words)
   *
   * @operation POST /mapping-rules
   * @permission MAPPING_RULE CREATE
   * @since 8.8
   */
  create(body?: MappingRuleCreateRequest, options?: CallOptions): Promise<MappingRule>

  /**
   * TODO(words)
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

  /** TODO(words) */
  searchAll(
    body?: Search<MappingRuleFilter, MappingRuleSortField>,
    options?: SearchAllOptions,
  ): AsyncGenerator<MappingRule, void, undefined>

  /**
   * TODO(words)
   *
   * @operation GET /mapping-rules/{mappingRuleId}
   * @permission MAPPING_RULE READ
   * @since 8.8
   * @eventuallyConsistent
   */
  get(mappingRuleId: string, options?: ReadOptions<MappingRule>): Promise<MappingRule>

  /**
   * TODO(words)
   *
   * @operation PUT /mapping-rules/{mappingRuleId}
   * @permission MAPPING_RULE UPDATE
   * @since 8.8
   */
  update(mappingRuleId: string, body?: MappingRuleUpdateRequest, options?: CallOptions): Promise<MappingRule>

  /**
   * TODO(words)
   *
   * @operation DELETE /mapping-rules/{mappingRuleId}
   * @permission MAPPING_RULE DELETE
   * @since 8.8
   */
  delete(mappingRuleId: string, options?: CallOptions): Promise<void>
}

export interface MappingRuleCreateRequest {
  readonly claimName: string
  readonly claimValue: string
  readonly name: string
  /** @minLength 1 @maxLength 256 */
  readonly mappingRuleId: string
}

export interface MappingRuleUpdateRequest {
  readonly claimName: string
  readonly claimValue: string
  readonly name: string
}

export interface MappingRule {
  readonly claimName: string
  readonly claimValue: string
  readonly name: string
  /** @minLength 1 @maxLength 256 */
  readonly mappingRuleId: string
}

export interface MappingRuleFilter {
  readonly claimName?: string | undefined
  readonly claimValue?: string | undefined
  readonly name?: TextFilter | undefined
  readonly mappingRuleId?: TextFilter | undefined
  /** @since 8.10 */
  readonly $or?: readonly MappingRuleFilterFields[] | null | undefined
}

export interface MappingRuleFilterFields {
  readonly claimName?: string | undefined
  readonly claimValue?: string | undefined
  readonly name?: TextFilter | undefined
  readonly mappingRuleId?: TextFilter | undefined
}

export type MappingRuleSortField = 'mappingRuleId' | 'claimName' | 'claimValue' | 'name'
