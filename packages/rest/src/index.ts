export type { HttpMethod, Operation, Route } from './operation.ts'
