import type { Machine } from '../../../../tools/describe-machine.ts'
import type { BundleSizes } from '../../../../tools/sync/sizes.ts'
import type { CallCost } from '../child/measure-ratio.ts'
import type { EngineFigures } from '../engine/measure-engine.ts'
import type { FrontDoorCost } from '../front-door/front-door-child.ts'
import type { JobFigures } from '../jobs/measure-jobs.ts'
import type { Fleet } from '../simulation/measure-fleets.ts'
import type { CheckCosts } from '../speed/measure-checks.ts'
import type { Rates } from '../speed/measure-in-turns.ts'
import type { JsonSpeed } from '../speed/measure-json.ts'
import type { PageRates } from '../speed/measure-pages.ts'
import type { TokenCell } from '../tokens/measure-tokens.ts'
import type { BundleSize } from '../weight/bundle.ts'
import type { InstallSize } from '../weight/install.ts'
import type { TypeLoad } from '../weight/measure-types.ts'

/** The results of one run, keyed by client id. Parts that were not requested are missing. */
export interface Report {
  readonly machine: Machine
  readonly versions: Readonly<Record<string, string>>
  readonly tokens?: readonly TokenCell[] | undefined
  readonly headers?: Readonly<Record<string, CallCost>> | undefined
  readonly requests?: { readonly one: Rates; readonly fifty: Rates } | undefined
  readonly frontDoor?: FrontDoorCost | undefined
  /** By worker id. */
  readonly jobs?: Readonly<Record<string, JobFigures>> | undefined
  readonly engine?: EngineFigures | undefined
  readonly pages?: PageRates | undefined
  readonly checks?: CheckCosts | undefined
  readonly json?: JsonSpeed | undefined
  readonly imports?: Readonly<Record<string, number>> | undefined
  /** By package. */
  readonly overRest?: Readonly<Record<string, number>> | undefined
  readonly bundles?: Readonly<Record<string, BundleSize>> | undefined
  readonly installs?: Readonly<Record<string, InstallSize>> | undefined
  /** By consumer id. */
  readonly types?: Readonly<Record<string, TypeLoad>> | undefined
  /** As committed for the docs. */
  readonly sizes?: BundleSizes | undefined
  readonly fleets?: { readonly workers: number; readonly days: readonly Fleet[] } | undefined
}
