import type { Random } from '../random.ts'

const FIRST_NAMES = ['Ada', 'Björn', 'Chiara', 'Dmitri', 'Élise', 'Farid', 'Grace', 'Hana', 'Ivo', 'Joana'] as const
const LAST_NAMES = [
  'Almeida',
  'Brandt',
  'Castro',
  'Dvořák',
  'Engel',
  'Fischer',
  'García',
  'Haddad',
  'Ito',
  'Jensen',
] as const
const COMPANIES = ['Acme GmbH', 'Blue Harbor Ltd', 'Cimarron & Sons', 'Delta Foods', 'Ember "24" Oy'] as const
const PRODUCTS = ['Desk lamp', 'Monitor arm', 'Keyboard', 'Chair', 'Cable set', 'Notebook <A5>', 'Headset'] as const

export const personName = (random: Random): string => `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`

export const companyName = (random: Random): string => random.pick(COMPANIES)

/** An amount of money with two decimals. Small amounts are more frequent than large ones. */
export const money = (random: Random, least: number, most: number): number =>
  Math.round(random.skewed(least * 100, most * 100)) / 100

export interface OrderLine {
  readonly sku: string
  readonly product: string
  readonly quantity: number
  readonly price: number
}

/** The lines of an order: usually a few, sometimes so many that searches truncate their JSON. */
export function orderLines(random: Random): OrderLine[] {
  const count = random.chance(0.06) ? random.integer(120, 200) : random.integer(1, 6)
  return Array.from({ length: count }, () => ({
    sku: `SKU-${random.integer(10_000, 99_999)}`,
    product: random.pick(PRODUCTS),
    quantity: random.integer(1, 5),
    price: money(random, 5, 300),
  }))
}
