import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'

const camunda = connectCluster(readClusterCredentials())
await camunda.orchestration.signals.broadcast({ signalName: 'prices-changed', variables: { validFrom: '2027-01-01' } })
