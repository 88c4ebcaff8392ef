import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'
import { createWorker } from '@x/worker'
import { stopSignal } from '@x/worker/node'
import * as v from 'valibot'

const camunda = connectCluster(readClusterCredentials())
const order = v.object({ orderId: v.string(), amount: v.number() })
const worker = createWorker({
  orchestration: camunda.orchestration,
  jobs: {
    'charge-card': {
      variables: order, // a job with other variables fails, and its message names them and the reason
      fetchVariables: ['orderId', 'amount'],
      handle: async ({ variables }) => ({ receipt: `R-${variables.orderId}`, charged: variables.amount.toFixed(2) }),
    },
  },
})
await worker.run({ signal: stopSignal() })
