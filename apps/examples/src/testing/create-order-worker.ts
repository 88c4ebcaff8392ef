import { BpmnError, createWorker, type Worker, type WorkerOptions } from '@x/worker'

/** The code under test: a worker for the jobs of `order.bpmn`. */
export function createOrderWorker(orchestration: WorkerOptions['orchestration']): Worker {
  return createWorker({
    orchestration,
    jobs: {
      'charge-card': async ({ variables: { amount } }) => {
        if (Number(amount) > 1000) throw new BpmnError('CARD_DECLINED', 'Over the limit')
        return { paid: true }
      },
      'ship-parcel': async ({ processInstanceKey }) => ({ parcel: `P-${processInstanceKey}` }),
    },
  })
}
