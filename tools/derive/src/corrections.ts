import type { Correction } from './compare.ts'

// Known differences of Camunda's files from its servers, or from our types on purpose. Remove a line that is no longer
// needed: `check` reports it.

export const orchestrationCorrections: readonly Correction[] = [
  { line: 'differs *.batchOperationKey: *, key there', why: 'In old data a UUID.' },
  { line: 'differs * /batch-operations/{}* {1}: text here, key there', why: 'In old data a UUID.' },
  { line: 'differs *ecisionEvaluationInstanceKey*: *, *', why: 'Two numbers with a dash.' },
  { line: 'differs GET /decision-instances/{} {1}: text here, key there', why: 'Two numbers with a dash.' },
  { line: 'differs * /backups/*/{} {1}: number|text here, number there', why: 'In a path it may be text of digits.' },
  {
    line: 'differs * /cluster/v2/backups/*/{} {1}: number|text here, number there',
    why: 'In a path it may be text of digits.',
  },
  { line: 'differs POST * >: nullable there only', why: 'A body of null means the same as none.' },
  { line: 'missing POST /batch-operations/{}/* >', why: 'An optional body of which nothing is said.' },
]

export const hubCorrections: readonly Correction[] = [
  { line: 'differs *: text here, key there', why: 'UUIDs, which are not numbers.' },
]

export const consoleCorrections: readonly Correction[] = [
  { line: 'differs GET /activity/csv: * text here, * json there', why: 'The server sends the CSV itself.' },
  { line: 'differs *.encryption: optional here, required there', why: 'Older clusters do not send it.' },
  { line: 'differs POST /clusters/{}/clients <.*: optional here, required there', why: 'See @insistsOn.' },
  { line: 'differs POST /clusters/{}/monitoring/clients*: optional here, required there', why: 'See @insistsOn.' },
  { line: 'unknown POST /clusters/{}/clients <.links.identity', why: 'One type for all links of a cluster.' },
]

export const operateCorrections: readonly Correction[] = [
  { line: 'differs *.sortValues[]: *, object there', why: 'A key, text, number or boolean: whatever was sorted by.' },
  { line: 'differs *.searchAfter[]: *, object there', why: 'The sort values of the previous page.' },
  {
    line: 'differs *.filter.parentProcessInstanceKey: key here, object there',
    why: 'A key, and read in filters only.',
  },
  { line: 'missing GET /process-instances/{} <.parentProcessInstanceKey', why: 'Read in filters only.' },
  { line: 'missing POST /process-instances/search <.items[].parentProcessInstanceKey', why: 'Read in filters only.' },
  { line: 'unknown *.type=AD_HOC_SUB_PROCESS', why: 'Of 8.9, which serves Operate v1 too; only the v2 files name it.' },
  {
    line: 'unknown *.type=AD_HOC_SUB_PROCESS_INNER_INSTANCE',
    why: 'Of 8.9, which serves Operate v1 too; only the v2 files name it.',
  },
  {
    line: 'unknown *.type=TASK_LISTENER_NO_RETRIES',
    why: 'Of 8.9, which serves Operate v1 too; only the v2 files name it.',
  },
  {
    line: 'unknown *.type=AD_HOC_SUB_PROCESS_NO_RETRIES',
    why: 'Of 8.9, which serves Operate v1 too; only the v2 files name it.',
  },
  { line: 'unknown *.type=RESOURCE_NOT_FOUND', why: 'Of 8.9, which serves Operate v1 too; only the v2 files name it.' },
]

export const tasklistCorrections: readonly Correction[] = [
  { line: 'differs POST /tasks/{}/variables: * none here, * json there', why: 'It responds with 204 without a body.' },
]

export const optimizeCorrections: readonly Correction[] = []
