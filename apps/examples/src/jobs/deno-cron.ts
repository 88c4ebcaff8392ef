#!/usr/bin/env -S deno run --unstable-cron --allow-net --allow-env
import { createMailWorker } from './create-mail-worker.ts'

const worker = createMailWorker({ variables: Deno.env.toObject(), mailUrl: Deno.env.get('MAIL_URL'), name: 'deno' })

// Deno does not call it again while it runs.
Deno.cron('send mails', '* * * * *', () => worker.runFor({ ms: 50_000 }))
