import type { Correction, Precision } from './compare.ts'
import {
  consoleCorrections,
  hubCorrections,
  operateCorrections,
  optimizeCorrections,
  orchestrationCorrections,
  tasklistCorrections,
} from './corrections.ts'

/** An API and Camunda's files that describe it. */
export interface Api {
  /** Relative to the folder of the files. A path of the first file is not read from the others. */
  readonly files: readonly string[]
  /** Part of the paths in the files that our paths do not have. */
  readonly prefix: string
  /** The oldest version of Camunda that the package supports; undefined for a service without versions. */
  readonly oldest?: string | undefined
  /** The version that the files describe, if they describe one. */
  readonly version?: string | undefined
  readonly precision: Precision
  readonly corrections: readonly Correction[]
}

export const apis: Readonly<Record<string, Api>> = {
  orchestration: {
    files: ['orchestration-v2/8.10/rest-api.yaml'],
    prefix: '/v2',
    version: '8.10',
    oldest: '8.8',
    precision: { presence: true, nullability: true },
    corrections: orchestrationCorrections,
  },
  hub: {
    files: ['hub-v2/camunda-openapi-self-managed.yaml'],
    prefix: '/api/v2',
    version: '8.10',
    oldest: '8.10',
    precision: { presence: true, nullability: true },
    corrections: hubCorrections,
  },
  console: {
    files: ['console-openapi.yaml'],
    prefix: '',
    precision: { presence: true, nullability: false },
    corrections: consoleCorrections,
  },
  modeler: {
    files: ['web-modeler-v1-openapi.json', 'web-modeler-v1-additions-openapi.yaml'],
    prefix: '/api/v1',
    oldest: '8.3',
    version: '8.8',
    precision: { presence: false, nullability: false },
    corrections: [],
  },
  operate: {
    files: ['operate-v1-openapi.yaml'],
    prefix: '/v1',
    oldest: '8.2',
    precision: { presence: false, nullability: false },
    corrections: operateCorrections,
  },
  tasklist: {
    files: ['tasklist-v1-openapi.yaml'],
    prefix: '/v1',
    oldest: '8.2',
    version: '8.7',
    precision: { presence: false, nullability: false },
    corrections: tasklistCorrections,
  },
  optimize: {
    files: ['optimize-openapi.yaml'],
    prefix: '/api',
    oldest: '8.2',
    version: '8.10',
    precision: { presence: true, nullability: true },
    corrections: optimizeCorrections,
  },
}
