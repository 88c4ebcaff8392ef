import type { WorkerOptions } from '../catalog.ts'

/** Activates as many jobs as there are slots, works on them, and activates again. */
export async function loop(
  { baseUrl, type, maxJobs, handle }: WorkerOptions,
  send: (url: string, init: RequestInit) => Promise<Response>,
): Promise<never> {
  const headers = { authorization: 'Bearer bench', 'content-type': 'application/json' }
  const post = (path: string, body: object): Promise<Response> =>
    send(`${baseUrl}/v2/jobs/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const activation = { type, worker: 'bench', timeout: 60_000, maxJobsToActivate: maxJobs, requestTimeout: 50_000 }

  async function work(jobKey: string): Promise<void> {
    await handle()
    await (await post(`${jobKey}/completion`, {})).arrayBuffer()
  }

  for (;;) {
    const response = await post('activation', activation)
    const { jobs } = (await response.json()) as { jobs: { jobKey: string }[] }
    await Promise.all(jobs.map(({ jobKey }) => work(jobKey)))
  }
}
