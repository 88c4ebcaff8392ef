// Run by mtls.test.ts, in the folder of the certificates. The marked lines stand in the README.
import { createOAuth } from '../../../../packages/auth/dist/index.js'

const [tokenUrl = '', clientId = '', clientSecret = ''] = process.argv.slice(2)

// @region
import { readFileSync } from 'node:fs'
import { Agent } from 'undici'

const tls = { cert: readFileSync('client.pem', 'utf8'), key: readFileSync('client-key.pem', 'utf8') }
const dispatcher = new Agent({ connect: tls })
const auth = createOAuth({
  ...{ tokenUrl, clientId, clientSecret },
  fetch: (url, init) => fetch(url, { ...init, dispatcher } as RequestInit),
})
// @endregion
process.stdout.write((await auth.token()).accessToken)
