// In a project outside the repository, the file itself is copied here.
export * from '../../../../../packages/auth/test/support/tracked-storage.ts'
