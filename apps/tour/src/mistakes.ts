import { createOAuth, type TokenStorage } from '@x/auth'
import { type ClusterCredentials, readClusterCredentials } from '@x/env'
import { operateApi } from '@x/operate'
import { readCredentialFiles } from './read-files.ts'
import { describeError } from './recorder.ts'

export interface Mistake {
  readonly mistake: string
  readonly answer: string
}

/** Returns the error messages of common mistakes, by making them. Sends one token request, for the wrong secret. */
export async function makeMistakes(cluster: ClusterCredentials, storage: TokenStorage): Promise<Mistake[]> {
  const auth = createOAuth({ ...cluster, clientSecret: 'not-the-secret', storage })
  return [
    { mistake: 'a wrong secret', answer: await answerOf(() => auth.token(operateApi.audience)) },
    {
      mistake: 'the same secret, a second time',
      answer: `${await answerOf(() => auth.token(operateApi.audience))} (no request sent)`,
    },
    {
      mistake: "the region's name instead of its ID",
      answer: await answerOf(() =>
        readClusterCredentials({
          CAMUNDA_CLIENT_ID: cluster.clientId,
          CAMUNDA_CLIENT_SECRET: cluster.clientSecret.reveal(),
          CAMUNDA_CLUSTER_ID: cluster.clusterId,
          CAMUNDA_CLUSTER_REGION: 'Belgium, Europe',
        }),
      ),
    },
    { mistake: 'a file that does not exist', answer: await answerOf(() => readCredentialFiles(['no-such-file.txt'])) },
  ]
}

async function answerOf(run: () => unknown): Promise<string> {
  try {
    await run()
    return 'accepted unexpectedly'
  } catch (error) {
    return describeError(error)
  }
}
