import { describe, expect, test } from 'vitest'
import { compileExpression, compileFeel } from '../src/feel/expression.ts'
import { toJson } from '../src/feel/to-json.ts'
import { environment, evaluate, feel, warnings } from './support/feel.ts'

describe('compileExpression', () => {
  test.each([
    ['charge-card', 'charge-card'],
    ['', ''],
    ['=', '='],
    ['true', true],
    ['null', null],
    ['15', 15],
    ['-1.5', -1.5],
    ['1e3', 1000],
    ['0x10', '0x10'],
    ['9007199254740993', 9_007_199_254_740_993n],
    ['PT10S', 'PT10S'],
  ])('without a leading "=", %s is a constant', (text, value) => {
    const expression = compileExpression(text, environment)
    expect(expression).toMatchObject({ text, isStatic: true, problem: undefined, variables: [] })
    expect(expression.evaluate(() => 1)).toEqual({ ok: true, value, warnings: [] })
  })

  test('after a leading "=" the text is FEEL', () => {
    const expression = compileExpression('= total * 2', environment)
    expect(expression).toMatchObject({ text: ' total * 2', isStatic: false, variables: ['total'] })
    expect(expression.evaluate(() => 21)).toMatchObject({ ok: true, value: 42 })
  })
})

describe('compileFeel', () => {
  test.each([
    ['', 'unexpected end at 1:1'],
    ['   ', 'unexpected end at 1:1'],
    ['x >', 'unexpected end at 1:4'],
    ['1 +\n (2', 'unexpected end at 2:4'],
    ['"a', 'unexpected ""a" at 1:1'],
    ['x == 1', 'at 1:4'],
    ['first name', "'first name' is not a name; put it in backticks"],
    ['? > 1', "'?' can only be used inside a unary test"],
    ['order.first name', "'first name' is not a name"],
    ['1e3', 'unexpected "1e3" at 1:1'],
    ['+x', 'unexpected "+" at 1:1'],
    ['for i in [1..3] return i', 'unexpected "[1..3]"'],
    ['x && y', 'unexpected "&& y" at 1:3'],
    ["x = 'a'", `unexpected "'a'" at 1:5`],
    ['function(x) external {}', 'external functions are not supported'],
  ])('%s is a problem', (source, problem) => {
    const expression = compileFeel(source, environment)
    expect(expression.problem).toContain(`failed to parse expression '${source}'`)
    expect(expression.problem).toContain(problem)
    expect(expression.evaluate(() => 1)).toEqual({ ok: false, message: expression.problem, warnings: [] })
  })

  test('looks up each variable once, and only those that it reads', () => {
    const expression = compileFeel('if a.b > 1 then a.c else [x for]'.replace(' for', ''), environment)
    const names: string[] = []
    expression.evaluate((name) => void names.push(name))
    expect(names).toEqual(['a', 'x'])
    expect(expression.variables).toEqual(['a', 'x'])
  })

  test('names that the expression binds are not variables', () => {
    const source = 'for x in xs return {y: x, z: y + w}.z + sum(zs[item.q > 1 and r])'
    expect([...compileFeel(source, environment).variables].sort()).toEqual(['r', 'w', 'xs', 'zs'])
  })

  test('a variable is returned as the same value', () => {
    const order = { id: 'A-1', lines: [{ sku: 'x' }] }
    expect(evaluate('order', { order })).toMatchObject({ ok: true, value: order })
    const result = evaluate('order.lines', { order })
    expect(result.ok && result.value).toBe(order.lines)
    expect(toJson(order)).toBe(order)
  })

  test('a missing variable is null, and so are its members', () => {
    expect(evaluate('order')).toEqual({
      ok: true,
      value: null,
      warnings: [{ type: 'NO_VARIABLE_FOUND', message: "No variable found with name 'order'" }],
    })
    expect(feel('order.id')).toBe('null')
  })

  test('names from Object.prototype are not variables, entries or functions', () => {
    expect(feel('{a: 1}.constructor')).toBe('null')
    expect(feel('{a: 1}.__proto__')).toBe('null')
    expect(feel('[{a: 1}][constructor]')).toBe('[]')
    expect(feel('toString()')).toBe('null')
  })

  test('a failing assertion stops the evaluation, wherever it is', () => {
    expect(evaluate('if assert(x, x > 1, "too small") > 0 then 1 else 2', { x: 0 })).toMatchObject({
      ok: false,
      message: expect.stringContaining('too small'),
    })
  })

  test('an assertion is not evaluated if something else decides', () => {
    expect(feel('x != null and assert(x, x > 1) > 1')).toBe('false')
    expect(feel('x = null or assert(x, x > 1) > 1')).toBe('true')
    expect(feel('if x = null then 0 else assert(x, x > 1)')).toBe('0')
    expect(feel('x != null and assert(x, x > 1) > 1', { x: 2 })).toBe('true')
    expect(feel('x != null and assert(x, x > 1) > 1', { x: 0 })).toContain('failed:')
  })

  test('an evaluation leaves no warnings for the next one', () => {
    const expression = compileFeel('x + 1', environment)
    expect(expression.evaluate(() => undefined).warnings).not.toEqual([])
    expect(expression.evaluate(() => 1).warnings).toEqual([])
    expect(warnings('1 + 1')).toEqual([])
  })

  test('endless recursion fails instead of crashing', () => {
    const source = '{f: function(g, x) g(g, x), r: f(f, 1)}.r'
    expect(evaluate(source)).toMatchObject({
      ok: false,
      message: expect.stringContaining('failed to evaluate expression'),
    })
  })

  test('a long chain of operators is compiled', () => {
    expect(feel(Array.from({ length: 500 }, () => '1').join(' + '))).toBe('500')
  })

  test('thousands of brackets do not crash', () => {
    const deep = `${'('.repeat(2000)}1${')'.repeat(2000)}`
    const expression = compileFeel(deep, environment)
    expect(expression.problem ?? expression.evaluate(() => 1)).toBeTruthy()
    expect(compileFeel('['.repeat(2000), environment).problem).toContain('failed to parse')
  })

  test('two engines have separate clocks and random numbers', () => {
    const later = { now: () => 0, random: () => 0 }
    const value = (source: string) => compileFeel(source, later).evaluate(() => undefined)
    expect(value('string(now())')).toMatchObject({ value: '1970-01-01T00:00:00Z' })
    expect(value('random number()')).toMatchObject({ value: 0 })
    expect(feel('today()')).toBe('2024-02-29')
  })
})

describe('toJson', () => {
  test.each([
    ['@"2024-02-29"', '2024-02-29'],
    ['@"10:30:00"', '10:30'],
    ['@"10:30:05"', '10:30:05'],
    ['@"10:30:00+01:00"', '10:30:00+01:00'],
    ['@"2024-02-29T10:30:00"', '2024-02-29T10:30:00'],
    ['@"2024-02-29T10:30:00Z"', '2024-02-29T10:30:00Z'],
    ['@"2024-02-29T10:30:00@Europe/Berlin"', '2024-02-29T10:30:00+01:00'],
    ['@"PT90M"', 'PT1H30M'],
    ['@"PT0S"', 'P0D'],
    ['@"-P14M"', '-P1Y2M'],
    ['@"P0M"', 'P0Y'],
    ['[1, {at: @"2024-02-29"}, null]', [1, { at: '2024-02-29' }, null]],
    ['function(x) x', null],
    ['0 * -1', 0],
  ])('%s is stored as %j', (source, stored) => {
    const result = evaluate(source)
    expect(toJson(result.ok ? result.value : result.message)).toEqual(stored)
  })
})
