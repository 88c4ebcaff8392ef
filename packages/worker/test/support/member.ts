// A worker in a process of its own: `member.ts URL TOKEN REPORTS NAME`. Its handler reports each job that it begins. It works
// until SIGTERM, and then prints what still keeps the process alive.
import process from 'node:process'
import { createJobs } from '@x/orchestration/unchecked/jobs'
import { createWorker } from '../../src/index.ts'
import { stopSignal } from '../../src/node.ts'

const [baseUrl = '', token = '', reports = '', name = ''] = process.argv.slice(2)
const auth = { headers: async () => ({ authorization: `Bearer ${token}` }) }
const worker = createWorker({
  orchestration: createJobs({ auth, baseUrl }),
  name,
  maxJobs: 8,
  jobs: {
    a: {
      timeoutMs: 60_000,
      async handle({ jobKey, variables }) {
        await fetch(`${reports}/${jobKey}`, { method: 'POST' })
        await new Promise((resolve) => setTimeout(resolve, Number(variables.ms)))
      },
    },
  },
})
await worker.run({ signal: stopSignal() })
const resources = (): string[] => process.getActiveResourcesInfo().filter((kind) => kind !== 'PipeWrap')
// A socket that was destroyed takes a few turns to close; a timer would still be there after these.
for (let turns = 0; turns < 100 && resources().length > 0; turns++) {
  await new Promise((resolve) => setImmediate(resolve))
}
process.stdout.write(JSON.stringify({ resources: resources(), lost: worker.stats().lost }))
