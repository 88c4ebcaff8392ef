import process from 'node:process'
import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const controller = new AbortController()
process.once('SIGINT', () => controller.abort())
const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(60_000)])
try {
  for await (const { processInstanceKey } of camunda.processInstances.searchAll({}, { signal })) {
    console.log(processInstanceKey)
  }
} catch (error) {
  if (!signal.aborted) throw error
  console.log(`Stopped: ${signal.reason.name}`)
}
