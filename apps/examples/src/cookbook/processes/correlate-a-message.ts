import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'
import { ApiError } from '@x/rest'

const camunda = connectCluster(readClusterCredentials())
try {
  const { processInstanceKey } = await camunda.orchestration.messages.correlate({
    name: 'payment-received',
    correlationKey: 'A-1',
    variables: { amount: 99 },
  })
  console.log(`Received by ${processInstanceKey}`)
} catch (error) {
  if (!(error instanceof ApiError && error.status === 404)) throw error
  console.log('No process instance is waiting for this payment')
}
