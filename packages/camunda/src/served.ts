import type { Page } from '@x/rest'

/** The API that responded: the Orchestration Cluster API v2, Operate v1 or Tasklist v1. */
export type ServedBy = 'orchestration' | 'operate' | 'tasklist'

/** One page of a search, and which API responded. */
export interface ServedPage<Item> extends Page<Item> {
  readonly served: ServedBy
}

/** An item with members that are undefined if an older API responded, which does not have them. */
export type Partly<Item, Unknown extends keyof Item> = Omit<Item, Unknown> & {
  readonly [Name in Unknown]: Item[Name] | undefined
}
