// The embedded Camunda of all tabs: they connect to the same shared worker.
import { createHost } from './host.ts'

const connect = createHost()

addEventListener('connect', (event) => {
  for (const port of (event as MessageEvent).ports) connect(port)
})
