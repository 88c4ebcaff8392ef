import { render } from 'preact'
import { App } from './app.tsx'
import { connectAtStart } from './connection/state.ts'
import { keepFilesForOffline } from './offline/register.ts'

keepFilesForOffline()
const root = document.getElementById('app')
if (root) render(<App />, root)
await connectAtStart()
