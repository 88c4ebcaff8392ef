export { type FakeClock, fakeClock } from './fake-clock.ts'
export { type StorageContractOptions, storageContract, type TestFunction } from './storage-contract.ts'
