import { suite } from '../../vitest.base.ts'

export default suite({ setupFiles: ['test/support/own-fetch.ts'], isolate: false })
