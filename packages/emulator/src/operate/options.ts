import type { ApiContext } from '../api.ts'
import type { ProcessInstanceFixture } from './fixtures/fixture.ts'
import { type Fixture, readFixtures } from './fixtures/read-fixtures.ts'

/** What the Operate of each cluster to begin with holds. */
export interface OperateData {
  /**
   * How many process instances were started in the six weeks before, exactly; the instances that call activities of
   * these started come on top. 0 for a cluster with nothing deployed. Or the process instances themselves, and no others.
   *
   * @defaultValue `300`
   */
  readonly processInstances?: number | readonly ProcessInstanceFixture[] | undefined
  /** How many partitions the cluster has; from the fourth on keys are beyond 2^53. @defaultValue `8` */
  readonly partitions?: number | undefined
  /** Whether simulated instances go on and new ones arrive as the clock moves; otherwise data stands still. @defaultValue `false` */
  readonly live?: boolean | undefined
}

/** Settings of `createOperateApi`. */
export interface OperateApiOptions extends ApiContext, Omit<OperateData, 'processInstances'> {
  /** The cluster whose data it is. */
  readonly clusterId: string
  /** Makes the data; the same seed at the same time of the clock gives the same data. @defaultValue made of `clusterId` */
  readonly seed?: number | undefined
  /** As in {@link OperateData}, checked. */
  readonly processInstances?: number | readonly Fixture[] | undefined
}

/** More would not fit into the memory of many a machine. */
const MAX_INSTANCES = 100_000

/** The option `operate`, checked. @throws TypeError that names the member. */
export function readOperateData({
  processInstances,
  ...data
}: OperateData): Omit<OperateApiOptions, 'clusterId' | 'clock'> {
  if (processInstances === undefined) return data
  if (typeof processInstances !== 'number') return { ...data, processInstances: readFixtures(processInstances) }
  if (Number.isInteger(processInstances) && processInstances >= 0 && processInstances <= MAX_INSTANCES) {
    return { ...data, processInstances }
  }
  throw new TypeError(
    `operate.processInstances must be a whole number from 0 to ${MAX_INSTANCES}, or a list of process instances.`,
  )
}
