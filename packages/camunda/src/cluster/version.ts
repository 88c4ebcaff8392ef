/** The parts of a Camunda 8 version that determine what a cluster serves. */
export interface Version {
  /** As the cluster reports it, such as `8.9.3` or `8.10.0-alpha2`. */
  readonly text: string
  /** The number after `8.`, so that 8.10 is newer than 8.9. */
  readonly minor: number
}

/**
 * The first minor version that serves the reads of the Orchestration Cluster API; older ones serve Operate v1 and
 * Tasklist v1.
 */
export const firstWithReads = 8
/** The last minor version that serves Operate v1 and Tasklist v1. */
export const lastWithV1 = 9
/** The first minor version whose Operate v1 is supported here. */
export const oldest = 2

/** Parses a version such as `8.9`, `8.9.3` or `8.10.0-SNAPSHOT`; returns undefined for anything else. */
export function readVersion(text: unknown): Version | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)(?:[.-].*)?$/.exec(String(text)) ?? []
  if (minor === undefined) return undefined
  // Versions before 8.0 have no REST API at all, and versions after 8 are treated like 8.10.
  const offset = (Number(major) - 8) * 1000
  return { text: String(text), minor: offset + Number(minor) }
}
