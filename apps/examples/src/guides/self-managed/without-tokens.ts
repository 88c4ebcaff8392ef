import { createBasicAuth, createCookieLogin } from '@x/auth'
import { createOperateClient, type OperateClient } from '@x/operate'

// #region basic
/** Camunda 8.8 and 8.9 with HTTP Basic. */
export function overBasicAuth(baseUrl: string, username: string, password: string): OperateClient {
  return createOperateClient({ auth: createBasicAuth({ username, password }), baseUrl })
}
// #endregion basic

// #region cookie
/** The session of Operate up to 8.7. For 8.8 and 8.9 the login is at `/login`. */
export function overCookieLogin(baseUrl: string, username: string, password: string): OperateClient {
  const auth = createCookieLogin({ loginUrl: `${baseUrl}/api/login`, username, password })
  return createOperateClient({ auth, baseUrl })
}
// #endregion cookie

// #region none
/** An installation without authentication. */
export function withoutAuthentication(baseUrl: string): OperateClient {
  return createOperateClient({ auth: { headers: async () => ({}) }, baseUrl })
}
// #endregion none
