#!/usr/bin/env bun
import { createOAuth } from '@x/auth'
import { readClusterCredentials } from '@x/env'
import { createOperateClient } from '@x/operate'

// Keeps a copy of every version of every process of the cluster: bun bun-script.ts FOLDER
const [folder = 'processes'] = Bun.argv.slice(2)
const cluster = readClusterCredentials()
const auth = createOAuth(cluster)
const { processDefinitions } = createOperateClient({ auth, baseUrl: cluster.operateUrl })

let written = 0
for await (const { key, bpmnProcessId, version } of processDefinitions.searchAll()) {
  // Deployed processes never change, so an existing file is up to date.
  const file = Bun.file(`${folder}/${encodeURIComponent(bpmnProcessId)}.v${version}.bpmn`)
  if (await file.exists()) continue
  await Bun.write(file, await processDefinitions.getXml(key))
  written++
}
console.log(`${written} diagrams written to ${folder}, with ${auth.stats().tokenRequests} token request`)
