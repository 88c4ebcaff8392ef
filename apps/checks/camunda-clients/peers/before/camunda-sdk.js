// #region connect
import { Camunda8 } from '@camunda8/sdk'

export const connect = (settings) => new Camunda8(settings) // or use environment variables
// #endregion connect

// #region failed-jobs
export async function failedJobs(camunda8) {
  const { items } = await camunda8.getOperateApiClient().searchIncidents({
    filter: { state: 'ACTIVE', type: 'JOB_NO_RETRIES' },
    sort: [{ field: 'creationTime', order: 'DESC' }],
    size: 10,
  })
  return items.map(({ key, message }) => ({ key, message }))
}
// #endregion failed-jobs
