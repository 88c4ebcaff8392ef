import { defineConfig } from 'vite'
import { descriptions } from './build/descriptions.ts'
import { listFiles } from './build/list-files.ts'
import { sampleCredentials } from './build/sample-credentials.ts'

export default defineConfig({
  // Relative addresses: the folder works below any path of any static host.
  base: './',
  plugins: [descriptions(), sampleCredentials(), listFiles((module) => /\/(bpmn-js|diagram-js)\//.test(module))],
  build: {
    target: 'es2023',
    // A data: address would need an exception in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Those of bpmn-js and of the others want to be told wherever the code goes.
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'src/offline/service-worker.ts' },
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
})
