import type { Machine } from '../../../../tools/describe-machine.ts'
import type { CallCost } from '../child/measure-ratio.ts'
import type { Fleet } from '../simulation/measure-fleets.ts'
import type { JsonSpeed } from '../speed/measure-json.ts'
import type { Rates } from '../speed/measure-requests.ts'
import type { TokenCell } from '../tokens/measure-tokens.ts'
import type { BundleSize } from '../weight/bundle.ts'
import type { InstallSize } from '../weight/install.ts'

/** All that one run found out; a part that was not asked for is missing. Keyed by the clients' ids. */
export interface Report {
  readonly machine: Machine
  readonly versions: Readonly<Record<string, string>>
  readonly tokens?: readonly TokenCell[] | undefined
  readonly headers?: Readonly<Record<string, CallCost>> | undefined
  readonly requests?: { readonly one: Rates; readonly fifty: Rates } | undefined
  readonly json?: JsonSpeed | undefined
  readonly imports?: Readonly<Record<string, number>> | undefined
  readonly bundles?: Readonly<Record<string, BundleSize>> | undefined
  readonly installs?: Readonly<Record<string, InstallSize>> | undefined
  readonly fleets?: { readonly workers: number; readonly days: readonly Fleet[] } | undefined
}
