import { connectCluster } from '@x/camunda'
import { readClusterCredentials } from '@x/env'
import type { Job } from '@x/worker'
import { stopSignal } from '@x/worker/node'

const camunda = connectCluster(readClusterCredentials())
async function renderVideo(job: Job): Promise<{ scenes: number }> {
  const scenes = ['intro', 'main', 'credits']
  for (const scene of scenes) {
    await job.extendTimeout(120_000) // two minutes from now
    console.log(`Rendering ${scene}`)
  }
  return { scenes: scenes.length }
}
await camunda.work({ 'render-video': renderVideo }, { signal: stopSignal() })
