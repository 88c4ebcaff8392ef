import { describe, expect, it } from 'vitest'
import { activeIncidents, engineWith, path, startInstance, stateOf, work } from './support/engine.ts'
import { boundary, end, flow, flows, on, process, serviceTask, start } from './support/models.ts'

const model = process(
  [
    start(),
    '<bpmn:inclusiveGateway id="fork" default="fork-c" />',
    serviceTask('a', 'a'),
    serviceTask('b', 'b'),
    serviceTask('c', 'c'),
    '<bpmn:inclusiveGateway id="join" />',
    end(),
    flow('start', 'fork'),
    flow('fork', 'a', '= x > 1'),
    flow('fork', 'b', '= x > 2'),
    flow('fork', 'c'),
    ...['a', 'b', 'c'].map((id) => flow(id, 'join')),
    flow('join', 'end'),
  ].join('\n'),
)

describe('an inclusive gateway', () => {
  it.each([
    [1, ['c']],
    [2, ['a']],
    [3, ['a', 'b']],
  ])('takes all flows that hold for %d, and waits for their tokens', async (x, tasks) => {
    const engine = await engineWith(model)
    const instance = startInstance(engine, { x })
    expect(path(engine, instance)).toEqual(['start', 'fork', ...tasks.map((id) => `${id} ACTIVE`)])
    for (const id of tasks) {
      expect(path(engine, instance)).not.toContain('join')
      work(engine, id)
    }
    expect(path(engine, instance)).toEqual(['start', 'fork', ...tasks, 'join', 'end'])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('does not wait for a second token on a flow', async () => {
    const engine = await engineWith(
      process(
        [
          start(),
          '<bpmn:parallelGateway id="fork" />',
          serviceTask('fast', 'fast'),
          serviceTask('slow', 'slow'),
          serviceTask('other', 'other'),
          '<bpmn:exclusiveGateway id="merge" />',
          '<bpmn:inclusiveGateway id="join" />',
          end(),
          flows('start', 'fork', 'fast', 'merge', 'join', 'end'),
          flows('fork', 'slow', 'merge'),
          flows('fork', 'other', 'join'),
        ].join('\n'),
      ),
    )
    const instance = startInstance(engine)
    work(engine, 'fast')
    work(engine, 'other')
    expect(path(engine, instance).slice(-2)).toEqual(['join', 'end'])
    work(engine, 'slow')
    expect(path(engine, instance).slice(-3)).toEqual(['merge', 'join', 'end'])
    expect(stateOf(engine, instance)).toBe('COMPLETED')
  })

  it('in a loop, waits for a token that could return, as in Camunda', async () => {
    const engine = await engineWith(
      process(
        [
          start(),
          '<bpmn:exclusiveGateway id="merge" />',
          '<bpmn:parallelGateway id="fork" />',
          '<bpmn:inclusiveGateway id="join" />',
          serviceTask('a', 'a'),
          '<bpmn:inclusiveGateway id="split" default="split-b" />',
          serviceTask('b', 'b'),
          serviceTask('c', 'c'),
          '<bpmn:parallelGateway id="together" />',
          '<bpmn:exclusiveGateway id="again" default="again-end" />',
          end(),
          flows('start', 'merge', 'fork', 'a', 'together', 'again', 'end'),
          flows('fork', 'split', 'b', 'join', 'together'),
          flow('split', 'c', '= false'),
          flow('c', 'join'),
          flow('again', 'merge', '= false'),
        ].join('\n'),
      ),
    )
    const instance = startInstance(engine)
    work(engine, 'b')
    // The other token is at work, and from there the loop leads back to the join.
    expect(path(engine, instance)).not.toContain('join')
  })

  it('raises an incident if a condition is not a boolean', async () => {
    const engine = await engineWith(model)
    startInstance(engine)
    expect(activeIncidents(engine)).toEqual(['fork EXTRACT_VALUE_ERROR'])
  })

  it('waits for tokens of boundary events, but not for tokens that cannot arrive', async () => {
    const engine = await engineWith(
      process(
        [
          start(),
          '<bpmn:parallelGateway id="fork" />',
          serviceTask('a', 'a'),
          serviceTask('b', 'b'),
          boundary('late', 'b', on.timer('duration', 'PT1H')),
          end('elsewhere'),
          '<bpmn:inclusiveGateway id="join" />',
          '<bpmn:task id="next" />',
          end(),
          flows('start', 'fork', 'a', 'join', 'next', 'end'),
          flows('fork', 'b', 'elsewhere'),
          flow('late', 'join'),
        ].join('\n'),
      ),
    )
    const [left, interrupted] = [startInstance(engine), startInstance(engine)]
    work(engine, 'a')
    expect(path(engine, left)).not.toContain('join')
    const [job] = engine.activateJobs({ type: 'b', timeout: 1, maxJobsToActivate: 1 })
    engine.completeJob(job?.jobKey ?? '')
    expect(path(engine, left).slice(-3)).toEqual(['elsewhere', 'join', 'next', 'end'].slice(-3))
    engine.advance(3_600_000)
    expect(path(engine, interrupted).slice(-4)).toEqual(['late', 'join', 'next', 'end'])
    expect(path(engine, interrupted).filter((id) => id === 'join')).toHaveLength(1)
  })
})
