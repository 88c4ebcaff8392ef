import type { Plugin } from 'vite'
import { SAMPLE_ORIGIN } from '../src/camunda/sample-origin.ts'

const ID = 'virtual:sample-credentials'

/** Makes the credentials file of the embedded Camunda a module, without secrets: addresses are known before it starts. */
export function sampleCredentials(): Plugin {
  return {
    name: 'sample-credentials',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: async (id) => (id === `\0${ID}` ? `export default ${JSON.stringify(await readFile())}` : undefined),
  }
}

async function readFile(): Promise<string> {
  // Not at the beginning: tools that read the configuration come before the packages are built.
  const { createEmulator } = await import('@x/emulator')
  const file = createEmulator({ origin: SAMPLE_ORIGIN }).credentialsFile('both')
  return file.replaceAll(/(SECRET)='[^']*'/g, "$1='asked-for-later'")
}
