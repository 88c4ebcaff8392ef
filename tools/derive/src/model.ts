import type { Words } from '@x/rest/shapes'

/** A type or interface of an api file, in the notation of shapes. */
export interface Declaration {
  readonly name: string
  readonly text: string
  /** Names of the declarations that the text refers to. */
  readonly uses: ReadonlySet<string>
}

/** One method with `@operation`, as in the generated files. */
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
  /** The module of each imported name, as written: `./shared.ts`, `@x/rest`. */
  readonly imports: ReadonlyMap<string, string>
  readonly declarations: readonly Declaration[]
  /** Undefined for a file of shared types. */
  readonly resource?: ResourceModel | undefined
}

/** The interface with the operations. */
export interface ResourceModel {
  /** Name of the interface. */
  readonly name: string
  /** Description in one sentence. */
  readonly summary: string
  readonly deprecated?: string | undefined
  readonly operations: readonly OperationModel[]
  /** Methods written by hand: the file of each function, relative to the api file. */
  readonly code: ReadonlyMap<string, string>
}
