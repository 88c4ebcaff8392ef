import { readFile } from 'node:fs/promises'
import { type Credentials, CredentialsError, parseCredentials } from '@x/env'

export type JoinedCredentials = Pick<Credentials, 'cluster' | 'organization' | 'warnings'>

/** Reads and joins credentials files. Throws a `CredentialsError` that names the file. */
export async function readCredentialFiles(files: readonly string[]): Promise<JoinedCredentials> {
  const all = await Promise.all(files.map(readCredentialFile))
  return {
    cluster: all.find(({ cluster }) => cluster)?.cluster,
    organization: all.find(({ organization }) => organization)?.organization,
    warnings: all.flatMap(({ warnings }) => warnings),
  }
}

async function readCredentialFile(file: string): Promise<Credentials> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const missing = (error as { code?: string }).code === 'ENOENT'
    throw new CredentialsError('missing', [
      {
        variable: file,
        problem: missing ? 'does not exist' : 'cannot be read',
        hint: 'Download the file when you create a client in Console: in a cluster, tab API, or in the organization, tab Administration API',
      },
    ])
  }
  return parseCredentials(text)
}
