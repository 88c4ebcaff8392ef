/** Sample data of the initial clusters. */
export interface OperateData {
  /**
   * How many instances of the five sample processes were started in the last six weeks, not counting those that call
   * activities started. 0 for clusters with nothing deployed.
   *
   * @defaultValue `300`
   */
  readonly processInstances?: number | undefined
  /**
   * How many partitions each cluster has, up to 8. Process instances are distributed over them in turn; keys of the fourth
   * and later ones are beyond 2^53.
   *
   * @defaultValue `8`
   */
  readonly partitions?: number | undefined
  /**
   * Whether sample workers and people keep working as the clock advances, and new instances keep arriving. Otherwise, only
   * timers fire after the start.
   *
   * @defaultValue `false`
   */
  readonly live?: boolean | undefined
}

/** {@link OperateData} with defaults, checked. */
export type SampleData = { readonly [Name in keyof OperateData]-?: NonNullable<OperateData[Name]> }

/** More would exceed the memory of many machines. */
const MOST_INSTANCES = 100_000
const MOST_PARTITIONS = 8

/** Checks the option `operate`. @throws TypeError that names the member. */
export function readSampleData({ processInstances = 300, partitions = 8, live = false }: OperateData): SampleData {
  const isBetween = (value: number, least: number, most: number): boolean =>
    Number.isInteger(value) && value >= least && value <= most
  if (!isBetween(processInstances, 0, MOST_INSTANCES)) {
    throw new TypeError(`operate.processInstances must be a whole number from 0 to ${MOST_INSTANCES}.`)
  }
  if (!isBetween(partitions, 1, MOST_PARTITIONS)) {
    throw new TypeError(`operate.partitions must be a whole number from 1 to ${MOST_PARTITIONS}.`)
  }
  return { processInstances, partitions, live }
}
