/** Addresses of a cluster's components, as Console lists them. Some of these components are not emulated. */
export function clusterLinks(origin: string, tokenUrl: string, clusterId: string): Readonly<Record<string, string>> {
  return {
    zeebe: `${origin}/zeebe/${clusterId}`,
    operate: `${origin}/operate/${clusterId}`,
    tasklist: `${origin}/tasklist/${clusterId}`,
    optimize: `${origin}/optimize/${clusterId}`,
    connectors: `${origin}/connectors/${clusterId}`,
    identity: `${origin}/identity/${clusterId}`,
    console: `${origin}/console/clusters/${clusterId}`,
    oauth: tokenUrl,
  }
}
