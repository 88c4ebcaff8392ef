import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
const { messageKey } = await camunda.orchestration.messages.publish({
  name: 'payment-received',
  correlationKey: 'A-2',
  timeToLive: 24 * 60 * 60 * 1000, // a day: the order may not wait for its payment yet
  messageId: 'payment-4711', // a second payment-4711 is a 409 while this one waits
  variables: { amount: 99 },
})
console.log(messageKey)
