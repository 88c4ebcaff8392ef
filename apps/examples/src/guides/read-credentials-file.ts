import { readFile } from 'node:fs/promises'
import { createOAuth, memoryStorage } from '@x/auth'
import { CredentialsError, parseCredentials } from '@x/env'
import { createModelerClient, type ModelerClient } from '@x/modeler'
import { createOperateClient, type OperateClient } from '@x/operate'

/** The clients for the credentials in a file, which may contain both kinds. */
export interface Opened {
  readonly operate?: OperateClient | undefined
  readonly modeler?: ModelerClient | undefined
}

// #region open
export async function openFile(path: string): Promise<Opened> {
  const { cluster, organization, warnings } = parseCredentials(await readFile(path, 'utf8'))
  for (const { variable, problem, hint } of warnings) console.warn(`${variable} ${problem}. ${hint}`)
  // One storage for both: they use the same token endpoint, which allows one request per second.
  const storage = memoryStorage()
  const operateAuth = cluster && createOAuth({ ...cluster, storage })
  const modelerAuth = organization && createOAuth({ ...organization, storage })
  return {
    operate: operateAuth && createOperateClient({ auth: operateAuth, baseUrl: cluster.operateUrl }),
    modeler: modelerAuth && createModelerClient({ auth: modelerAuth, baseUrl: organization.modelerUrl }),
  }
}
// #endregion open

// #region problems
/** Returns one line for each problem. You can log them: no line contains a value. */
export function problemsOf(error: unknown): string[] {
  if (!(error instanceof CredentialsError)) throw error
  return error.issues.map(({ variable, problem, hint }) => `${variable} ${problem}. ${hint}`)
}
// #endregion problems
