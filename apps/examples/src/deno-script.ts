#!/usr/bin/env -S deno run --allow-net --allow-env --allow-read=.tokens --allow-write=.tokens
import { createOAuth } from '@x/auth'
import { fileStorage } from '@x/auth/storage/file'
import { readClusterCredentials } from '@x/env'
import { createIncidents } from '@x/operate/incidents'
import { summarizeIncidents } from './summarize-incidents.ts'

// For a cron job: exits with 1 when there are more active incidents than the argument allows. The first line has all
// permissions that it needs.
const allowed = Number(Deno.args[0] ?? 0)
if (!(allowed >= 0)) throw new Error('The argument must be a number of incidents')

const cluster = readClusterCredentials()
// Runs share the token as long as it is valid.
const auth = createOAuth({ ...cluster, storage: fileStorage({ directory: '.tokens' }) })
const incidents = createIncidents({ auth, baseUrl: cluster.operateUrl })

const summary = await summarizeIncidents(incidents)
for (const { type, count, example } of summary) console.log(`${count} ${type}, for example: ${example}`)
const total = summary.reduce((sum, { count }) => sum + count, 0)
Deno.exit(total > allowed ? 1 : 0)
