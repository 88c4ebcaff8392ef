import { effect, signal } from '@preact/signals'
import type { VNode } from 'preact'
import { keptText } from './kept-text.ts'

type Theme = 'system' | 'light' | 'dark'

const kept = keptText(() => localStorage, 'camunda-playground-theme')
const themes = { system: 'System', light: 'Light', dark: 'Dark' } as const

function readTheme(): Theme {
  const text = kept.read()
  return text === 'light' || text === 'dark' ? text : 'system'
}

const theme = signal<Theme>(readTheme())

// The stylesheet's `light-dark()` follows the attribute, or the system if there is none.
effect(() => {
  if (theme.value === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme.value
  kept.write(theme.value === 'system' ? undefined : theme.value)
})

/** Switches between light, dark and the system's setting. The choice is remembered. */
export function ThemeSwitch(): VNode {
  return (
    <label class="theme">
      <span class="visually-hidden">Theme</span>
      <select
        value={theme.value}
        onChange={({ currentTarget }) => {
          theme.value = currentTarget.value as Theme
        }}
      >
        {Object.entries(themes).map(([name, title]) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}
