import type { ApiDescription } from '@x/rest'
import type { Operation } from '@x/rest/shapes'

/** An API's operations, and what it says about itself. */
export interface SampledTable {
  readonly about: Pick<ApiDescription, 'versionPath'>
  readonly operations: readonly Operation[]
}

/** The path of an operation below the API's address: some have a version of their own in them. */
export function pathBelow({ versionPath }: SampledTable['about'], path: string): string {
  return versionPath !== '' && path.includes(`${versionPath}/`) ? path : versionPath + path
}
