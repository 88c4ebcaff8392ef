import { type CloudflareKVNamespace, cloudflareKVStorage } from '@x/auth/storage/cloudflare-kv'
import { createMailWorker } from './create-mail-worker.ts'

/** The bindings in `wrangler.jsonc`. */
export interface Env {
  readonly TOKENS: CloudflareKVNamespace
  readonly MAIL_URL: string
  readonly CAMUNDA_CLIENT_ID: string
  readonly CAMUNDA_CLIENT_SECRET: string
  readonly CAMUNDA_CLUSTER_ID: string
  readonly CAMUNDA_CLUSTER_REGION: string
}

export default {
  /** The cron trigger: works on the available jobs, then ends. */
  async scheduled(_event: unknown, env: Env): Promise<void> {
    await work(env, 50_000)
  },
  /**
   * The consumer of a queue, for work that should not wait for the next minute: send any message when you start a
   * process. A batch of messages is one run.
   */
  async queue(_batch: unknown, env: Env): Promise<void> {
    await work(env, 20_000)
  },
}

function work({ TOKENS, MAIL_URL: mailUrl, ...variables }: Env, ms: number): Promise<void> {
  const storage = cloudflareKVStorage(TOKENS)
  return createMailWorker({ variables, mailUrl, storage, name: 'cloudflare' }).runFor({ ms })
}
