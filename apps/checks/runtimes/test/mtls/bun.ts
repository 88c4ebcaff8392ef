// Run by mtls.test.ts, in the folder of the certificates. The README of @x/auth quotes the region.
import { createOAuth } from '../../../../../packages/auth/dist/index.js'

const [tokenUrl = '', clientId = '', clientSecret = ''] = process.argv.slice(2)

// #region mtls
import { readFileSync } from 'node:fs'

const tls = { cert: readFileSync('client.pem', 'utf8'), key: readFileSync('client-key.pem', 'utf8') }
const auth = createOAuth({
  ...{ tokenUrl, clientId, clientSecret },
  fetch: (url, init) => fetch(url, { ...init, tls } as RequestInit),
})
// #endregion mtls
process.stdout.write((await auth.token()).accessToken)
