// #region client
import { Camunda8 } from '@camunda8/sdk'

const audiences = {
  ZEEBE: 'zeebe.camunda.io',
  OPERATE: 'operate.camunda.io',
  TASKLIST: 'tasklist.camunda.io',
  OPTIMIZE: 'optimize.camunda.io',
}

/** Zeebe gRPC, REST, Operate, Tasklist and Optimize clients with our tokens. */
export function createCamunda8(auth, settings = {}) {
  const oAuthProvider = { getHeaders: (product) => auth.headers(audiences[product]) }
  return new Camunda8({ ...settings, oAuthProvider })
}
// #endregion client
