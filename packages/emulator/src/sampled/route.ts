import type { ApiDescription } from '@x/rest'
import type { Operation } from '@x/rest/shapes'

/** The operations of an API, and its description. */
export interface SampledTable {
  readonly about: Pick<ApiDescription, 'versionPath'>
  readonly operations: readonly Operation[]
}

/** The path of an operation below the API's address. Some include a version. */
export function pathBelow({ versionPath }: SampledTable['about'], path: string): string {
  return versionPath !== '' && path.includes(`${versionPath}/`) ? path : versionPath + path
}
