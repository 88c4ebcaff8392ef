import { render } from 'preact'
import { App } from './app.tsx'
import { useEmbedded } from './connection/state.ts'

const root = document.getElementById('app')
if (root) render(<App />, root)
await useEmbedded()
