import { createOAuth, type TokenStorage } from '@x/auth'
import { type CredentialsSource, readClusterCredentials } from '@x/env'
import { createJobs } from '@x/orchestration/jobs'
import { createWorker, JobFailure, type Worker, type WorkerOptions } from '@x/worker'

/** What the worker needs from its platform. */
export interface MailWorkerPlace extends Pick<WorkerOptions, 'name' | 'onEvent'> {
  /** The variables with the credentials. */
  readonly variables: CredentialsSource
  /** Address of the mail service. */
  readonly mailUrl: string | undefined
  /** Where tokens are stored. If every start is a cold start, share a storage. @defaultValue memory */
  readonly storage?: TokenStorage | undefined
}

/** Creates a worker that sends mails. The other files in this folder run it on different platforms. */
export function createMailWorker({ variables, mailUrl, storage, ...options }: MailWorkerPlace): Worker {
  const cluster = readClusterCredentials(variables)
  return createWorker({
    ...options,
    orchestration: createJobs({ auth: createOAuth({ ...cluster, storage }), baseUrl: cluster.restUrl }),
    jobs: {
      'send-mail': {
        fetchVariables: ['address', 'subject'],
        async handle({ jobKey, variables: { address, subject }, signal }) {
          // A job may run twice after a crash: its key lets the service recognize the second time.
          const headers = { 'content-type': 'application/json', 'idempotency-key': jobKey }
          const body = JSON.stringify({ address, subject })
          const response = await fetch(`${mailUrl}/mails`, { method: 'POST', headers, body, signal })
          if (!response.ok) {
            throw new JobFailure(`The mail service responded with ${response.status}`, { backoffMs: 30_000 })
          }
          return { mailSentAt: new Date() }
        },
      },
    },
  })
}
