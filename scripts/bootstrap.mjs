// `npm start` and `npm test` from a bare machine: installs with the pnpm that package.json names, then hands over to it.
// Runs on the Node of the host and before anything is installed, so it uses nothing but Node itself.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'

const [task, ...args] = process.argv.slice(2)
const { packageManager } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const quiet = task !== 'test'
const cwd = new URL('..', import.meta.url)
const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  npm_config_update_notifier: 'false',
  CALLER_FOLDER: process.env.INIT_CWD ?? process.cwd(),
}

function pnpm(label, pnpmArgs, { capture }) {
  return new Promise((resolve) => {
    const started = Date.now()
    let output = ''
    const child = spawn('npx', ['--yes', packageManager, ...pnpmArgs], {
      cwd,
      env,
      shell: process.platform === 'win32',
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`
    const line = (text) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[2K${text}` : `${text}\n`)
    let timer
    if (capture) {
      line(`${label} …`)
      if (process.stderr.isTTY) timer = setInterval(() => line(`${label} … ${seconds()}`), 1000)
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    }
    child.on('error', (error) => {
      output += error.message
      finish(1)
    })
    child.on('close', (code) => finish(code ?? 1))
    function finish(code) {
      clearInterval(timer)
      if (capture && process.stderr.isTTY) line('')
      if (code !== 0 && capture) process.stderr.write(`${output}\n${label} failed after ${seconds()}.\n`)
      resolve(code)
    }
  })
}

const install = ['install', '--frozen-lockfile']
const build = (app) => [
  'Building',
  ['exec', 'turbo', 'run', 'build', `--filter=${app}...`, '--output-logs=errors-only'],
  { capture: true },
]
const run = (app, script) => ['', ['--silent', `--filter=${app}`, 'run', script, ...args], { capture: false }]
const tasks = {
  start: [build('tour'), run('tour', 'tour')],
  test: [['Testing', ['run', 'check', ...args], { capture: false }]],
  // What the bench compares with is a workspace of its own, so that nobody else has to install it.
  bench: [
    ['Installing the peers', ['--dir', 'apps/bench/peers', ...install], { capture: true }],
    build('bench'),
    run('bench', 'bench'),
  ],
}
// Ctrl-C reaches the task too, which ends when it has cleaned up; then so does this.
process.on('SIGINT', () => {})
for (const step of [['Installing', install, { capture: quiet }], ...tasks[task]]) {
  const code = await pnpm(...step)
  if (code !== 0) process.exit(code)
}
