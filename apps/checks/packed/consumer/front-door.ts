// What a program loads that reads and changes process instances of a cluster from 8.8 on: the front door, and the
// resource that the first call loads.
export { connectCluster } from '@x/camunda'
export { createProcessInstances } from '@x/orchestration/process-instances'
