import { suite } from '../../vitest.base.ts'

// Emulators share nothing, so the tests can share a process.
export default suite({ isolate: false })
