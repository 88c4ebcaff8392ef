import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'
import { type Job, JobFailure } from '@x/worker'
import { stopSignal } from '@x/worker/node'

const camunda = connectCluster(readClusterCredentials())
async function chargeCard({ variables, signal }: Job): Promise<{ paid: boolean }> {
  const response = await fetch(`https://payments.example.com/${variables.orderId}`, { method: 'POST', signal })
  if (response.status === 422) throw new JobFailure('The card was declined', { retries: 0 }) // an incident
  if (!response.ok) throw new JobFailure(`Payments responded with ${response.status}`, { backoffMs: 60_000 })
  return { paid: true }
}
await camunda.work({ 'charge-card': chargeCard }, { signal: stopSignal() })
