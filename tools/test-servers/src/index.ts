export { freePort } from './free-port.ts'
export { type Listening, listen } from './listen.ts'
export { type Received, type Reply, type Respond, startServer, type TestServer } from './start-server.ts'
