import { defineConfig } from 'vite'

export default defineConfig({
  // Relative addresses: the folder works below any path of any static host.
  base: './',
  build: {
    target: 'es2023',
    // A data: address would need an exception in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
})
