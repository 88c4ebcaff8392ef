import { startServer } from 'test-servers'
import { onTestFinished } from 'vitest'
import { createJobServer, type JobServer, type ServerJob } from '../../../../packages/worker/test/support/job-server.ts'
import { realClock } from '../../../../packages/worker/test/support/real-clock.ts'
import { respondToJobs } from '../../../../packages/worker/test/support/serve-jobs.ts'

export interface MailJobs {
  readonly jobs: JobServer
  /** The environment of the worker. */
  readonly variables: Readonly<Record<string, string>>
  /** The requests that the mail service received. */
  readonly mails: unknown[]
  /** Status of the mail service's responses. */
  mailStatus: number
  readonly tokenRequests: () => number
  add(address: string): ServerJob
}

/** A job server with a token endpoint, and a mail service. */
export async function startMailJobs(): Promise<MailJobs> {
  const jobs = createJobServer(realClock)
  const { url, received, close } = await startServer((request, response) => {
    if (request.path === '/oauth/token') return { body: { access_token: 'token', expires_in: 3600 } }
    if (request.path !== '/mails') return respondToJobs(jobs, request, response)
    place.mails.push(JSON.parse(request.body))
    return { status: place.mailStatus }
  })
  const place: MailJobs = {
    jobs,
    variables: {
      CAMUNDA_CLIENT_ID: 'mails',
      CAMUNDA_CLIENT_SECRET: 'secret',
      CAMUNDA_OAUTH_URL: `${url}/oauth/token`,
      CAMUNDA_REST_ADDRESS: url,
      MAIL_URL: url,
    },
    mails: [],
    mailStatus: 204,
    tokenRequests: () => received.filter(({ path }) => path === '/oauth/token').length,
    add: (address) => jobs.add('send-mail', { variables: { address, subject: 'Your order' } }),
  }
  onTestFinished(close)
  return place
}
