import { createOAuth } from '@x/auth'
import { serve } from '@x/emulator/node'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createFleet } from './support/fleet.ts'
import { createJobServer, type JobServer } from './support/job-server.ts'
import { realClock } from './support/real-clock.ts'
import { serveJobs } from './support/serve-jobs.ts'

/** Enough for a busy machine. */
const patience = { timeout: 60_000, interval: 50 }

const bpmn = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    targetNamespace="http://bpmn.io/schema/bpmn">
  <process id="one-job" isExecutable="true">
    <startEvent id="start" />
    <sequenceFlow id="toWork" sourceRef="start" targetRef="work" />
    <serviceTask id="work"><extensionElements><zeebe:taskDefinition type="a" /></extensionElements></serviceTask>
    <sequenceFlow id="toEnd" sourceRef="work" targetRef="end" />
    <endEvent id="end" />
  </process>
</definitions>`

describe('workers in separate processes', { timeout: 120_000 }, () => {
  async function startJobServer(noticesAborts: boolean): Promise<JobServer & { readonly url: string }> {
    const jobs = createJobServer(realClock)
    jobs.noticesAborts = noticesAborts
    const { url, close } = await serveJobs(jobs)
    onTestFinished(close)
    return Object.assign(jobs, { url })
  }

  test.each([true, false])('an idle one exits when it is stopped (server notices: %s)', async (notices) => {
    const jobs = await startJobServer(notices)
    const { start } = await createFleet(jobs.url)
    const member = start('idle')
    await vi.waitFor(() => expect(jobs.openPolls()).toBe(1), patience)
    expect(await member.terminate()).toEqual({ code: 0, resources: [], lost: 0 })
  })

  test.each([true, false])('a busy one finishes its jobs, and then exits (server notices: %s)', async (notices) => {
    const jobs = await startJobServer(notices)
    const { runs, start } = await createFleet(jobs.url)
    const member = start('busy')
    const first = Array.from({ length: 5 }, () => jobs.add('a', { variables: { ms: 1500 } }))
    // It works on five, and polls for three more.
    await vi.waitFor(
      () => expect([first.map(({ state }) => state), jobs.openPolls()]).toEqual([Array(5).fill('active'), 1]),
      patience,
    )
    const ended = member.terminate()
    expect(await ended).toEqual({ code: 0, resources: [], lost: 0 })
    for (const job of first) expect(job).toMatchObject({ state: 'completed', activations: 1, retries: 3 })
    expect([...runs.values()]).toEqual(first.map(() => ['busy']))
  })

  test('16 that are killed with -9 lose no job, and only the jobs that they held run again', async () => {
    const server = await serve({ version: '8.10', operate: { processInstances: 0 } })
    onTestFinished(server.close)
    const { emulator } = server
    const { engine } = emulator
    const auth = createOAuth(emulator.credentials('cluster'))
    await engine.deploy([{ name: 'one-job.bpmn', content: bpmn }])
    const { accessToken } = await auth.token('zeebe.camunda.io')
    const { runs, start } = await createFleet(emulator.url('orchestration'), accessToken)
    const addJobs = (count: number): void => {
      for (let i = 0; i < count; i++) {
        const variables = { ms: 50 + Math.floor(Math.random() * 150) }
        engine.createInstance({ processDefinitionId: 'one-job', variables })
      }
    }
    addJobs(300)
    const survivors = ['survivor-1', 'survivor-2'].map(start)
    const killed = new Set<string>()
    let next = 0
    async function killOnAndOn(): Promise<void> {
      while (next < 16) {
        const member = start(`killed-${next++}`)
        await member.firstRun
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
        await member.kill()
        killed.add(member.name)
        addJobs(40)
      }
    }
    await Promise.all([killOnAndOn(), killOnAndOn(), killOnAndOn()])
    const isDone = ({ state }: { readonly state: string }): boolean => state === 'COMPLETED'
    // The timeout of jobs is long, so that a busy machine does not pass it. It passes once only jobs of the killed are left.
    const mayBeDone = () => [...engine.jobs].filter(({ worker }) => !killed.has(worker))
    await vi.waitFor(() => expect(mayBeDone().filter(({ state }) => state !== 'COMPLETED')).toEqual([]), patience)
    emulator.clock.advance(60_000)
    await vi.waitFor(() => expect([...engine.processInstances].every(isDone)).toBe(true), patience)

    expect(killed.size).toBe(16)
    expect(engine.jobs.size).toBe(300 + 16 * 40)
    for (const { jobKey, state, retries } of engine.jobs) {
      expect([state, retries], jobKey).toEqual(['COMPLETED', 3])
      const workers = runs.get(jobKey) ?? []
      expect(workers.length, jobKey).toBeGreaterThan(0)
      // Each run but the last was that of a worker that was killed.
      const survived = workers.slice(0, -1).filter((name) => !killed.has(name))
      expect(survived, jobKey).toEqual([])
    }
    // They were killed while they worked.
    expect([...runs.values()].some((workers) => workers.length > 1)).toBe(true)
    for (const survivor of survivors) expect(await survivor.terminate()).toEqual({ code: 0, resources: [], lost: 0 })
  })
})
