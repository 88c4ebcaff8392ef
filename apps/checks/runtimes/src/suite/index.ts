import { authSuite } from './auth.ts'
import { camundaSuite } from './camunda.ts'
import { consoleSuite } from './console.ts'
import { createControls } from './controls.ts'
import { emulatorSuite } from './emulator.ts'
import { envSuite } from './env.ts'
import { modelerSuite } from './modeler.ts'
import { operateSuite } from './operate.ts'
import type { Place } from './place.ts'
import { proxySuite } from './proxy.ts'
import { redactionSuite } from './redaction.ts'
import { restSuite } from './rest.ts'
import { storageSuite } from './storage.ts'
import { type Outcome, runSuite } from './suite.ts'
import { workerSuite } from './worker.ts'

/** All tests, in the order in which data flows through the packages. */
export function runAll(place: Place): Promise<Outcome[]> {
  const controls = createControls(place.setup.controlUrl)
  const suites = [
    envSuite,
    authSuite,
    storageSuite,
    restSuite,
    consoleSuite,
    modelerSuite,
    operateSuite,
    camundaSuite,
    workerSuite,
    proxySuite,
    emulatorSuite,
    redactionSuite,
  ]
  return runSuite((suite) => {
    for (const fill of suites) fill(suite, place, controls)
  }, controls.reset)
}
