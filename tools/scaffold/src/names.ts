/** `processInstances` as `process-instances`. */
export const kebab = (camel: string): string => camel.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** `process-instances` or `processInstances` as `ProcessInstances`. */
export const pascal = (name: string): string =>
  name.replace(/^.|-./g, (letters) => letters.replace('-', '').toUpperCase())

/** `process-instances` as `processInstances`. */
export const camel = (name: string): string => name.replace(/-./g, (letters) => letters.slice(1).toUpperCase())

/** `processInstances` as `process instances`. */
export const words = (name: string): string => kebab(name).replaceAll('-', ' ')

/** `processInstances` as `processInstance`; what has no plural stays. */
export const singular = (name: string): string => name.replace(/ies$/, 'y').replace(/([^su])s$/, '$1')
