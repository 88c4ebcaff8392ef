import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'
import { BpmnError, type Job } from '@x/worker'
import { stopSignal } from '@x/worker/node'

const camunda = connectCluster(readClusterCredentials())
async function chargeCard({ variables }: Job): Promise<{ paid: boolean }> {
  if (variables.amount === 0) throw new BpmnError('NOTHING_TO_PAY', 'The amount is 0', { reason: 'free' })
  return { paid: true }
}
await camunda.work({ 'charge-card': chargeCard }, { signal: stopSignal() })
