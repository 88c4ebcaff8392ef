import type { Words } from '@x/rest/shapes'

/** A type or interface of an api file, in the notation of shapes. */
export interface Declaration {
  readonly name: string
  readonly text: string
  /** Names of the declarations that the text refers to. */
  readonly uses: ReadonlySet<string>
}

/** One method with `@operation`, as the generated files state it. */
export interface OperationModel {
  readonly verb: string
  readonly route: string
  readonly call: string
  readonly words: Words
  readonly uses: ReadonlySet<string>
}

/** One file below `api/`. */
export interface ApiFile {
  /** Without its extension: `process-instances`. */
  readonly name: string
  /** Where each imported name comes from, as written: `./shared.ts`, `@x/rest`. */
  readonly imports: ReadonlyMap<string, string>
  readonly declarations: readonly Declaration[]
  /** A file of shared types has none. */
  readonly resource?: ResourceModel | undefined
}

/** The interface with the operations. */
export interface ResourceModel {
  /** Name of the interface. */
  readonly name: string
  /** What it is, in one sentence. */
  readonly summary: string
  readonly deprecated?: string | undefined
  readonly operations: readonly OperationModel[]
  /** Methods that are code: where each function is, relative to the api file. */
  readonly code: ReadonlyMap<string, string>
}
