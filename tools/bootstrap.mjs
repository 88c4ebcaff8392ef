// `npm start`, `npm test` and `npm run bench` on a bare machine: installs with the pnpm version in package.json,
// builds, and continues with the installed Node. It runs before anything is installed, so it uses only the host's Node.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const [task, ...args] = process.argv.slice(2)
const root = new URL('..', import.meta.url)
const { packageManager, engines } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
const isWindows = process.platform === 'win32'
const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  npm_config_update_notifier: 'false',
  CALLER_FOLDER: process.env.INIT_CWD ?? process.cwd(),
}

/** Runs one process. With a label, its output is hidden unless it fails. Resolves to its exit code. */
function run(command, commandArgs, { label, cwd = root, shell = false } = {}) {
  return new Promise((resolve) => {
    const started = Date.now()
    let output = ''
    const child = spawn(command, commandArgs, {
      cwd,
      env,
      shell,
      stdio: label ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`
    const line = (text) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[2K${text}` : `${text}\n`)
    const terminate = () => child.kill('SIGTERM')
    process.once('SIGTERM', terminate)
    let timer
    if (label) {
      line(`${label} …`)
      if (process.stderr.isTTY) timer = setInterval(() => line(`${label} … ${seconds()}`), 1000)
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    }
    child.on('error', (error) => {
      output += error.message
      if (!label) process.stderr.write(`${error.message}\n`)
      finish(1)
    })
    child.on('close', (code, signal) => finish(code ?? 128 + constants.signals[signal]))
    function finish(code) {
      clearInterval(timer)
      process.off('SIGTERM', terminate)
      if (label && process.stderr.isTTY) line('')
      if (label && code !== 0 && !interrupted) process.stderr.write(`${output}\n${label} failed after ${seconds()}.\n`)
      resolve(code)
    }
  })
}

const pnpm = (pnpmArgs, label) => run('npx', ['--yes', packageManager, ...pnpmArgs], { label, shell: isWindows })
const install = (label, ...where) => pnpm([...where, 'install', '--frozen-lockfile'], label)
const build = (app) =>
  pnpm(['exec', 'turbo', 'run', 'build', `--filter=${app}...`, '--output-logs=errors-only'], 'Building')

/** Not with `pnpm run`, which adds its own errors to those of the program. */
function runApp(app) {
  const node = fileURLToPath(new URL(`node_modules/node/bin/node${isWindows ? '.exe' : ''}`, root))
  return run(node, ['src/main.ts', ...args], { cwd: new URL(`apps/${app}/`, root) })
}

const tasks = {
  start: [() => install('Installing'), () => build('tour'), () => runApp('tour')],
  test: [() => install(), () => pnpm(['--silent', 'run', 'check', ...args])],
  bench: [
    () => install('Installing'),
    // The compared clients are in a separate workspace, so that only the bench installs them.
    () => install('Installing the peers', '--dir', 'apps/bench/peers'),
    () => build('bench'),
    () => runApp('bench'),
  ],
}

// The task also receives Ctrl-C and ends after its cleanup; then this process ends.
let interrupted = false
process.on('SIGINT', () => {
  interrupted = true
})
if (Number.parseInt(process.versions.node, 10) < Number.parseInt(engines.node.replace('>=', ''), 10)) {
  process.stderr.write(`Node ${engines.node} is required; this is ${process.version}.
`)
  process.exit(1)
}
for (const step of tasks[task]) {
  const code = await step()
  if (code !== 0) process.exit(code)
}
