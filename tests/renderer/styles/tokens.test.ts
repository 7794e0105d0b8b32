import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// Pair of tokens, then its contrast in the light and in the dark theme, as the design has measured it.
const pairs = `
text surface 16.5 13.3
text canvas 14.8 14.6
text-2 surface 8.0 8.7
text-2 panel 7.6 9.1
text-3 surface 5.6 6.1
text-3 canvas 5.0 6.7
text-3 panel 5.3 6.4
text-3 hover 4.8 5.3
text-3 sunken 4.7 7.0
line-strong surface 3.6 4.1
line-strong panel 3.4 4.3
accent surface 8.0 7.4
accent canvas 7.2 8.1
on-accent accent-fill 6.8 5.4
on-accent accent-fill-hover 9.4 6.5
accent-on-soft accent-soft 7.9 8.2
ins ins-bg 7.5 8.0
ins surface 8.8 9.7
ins-line surface 5.3 6.3
del del-bg 6.9 8.0
del surface 8.1 9.4
del-line surface 4.9 6.3
mov mov-bg 7.5 7.8
mov surface 9.0 9.3
mov-line surface 5.5 6.1
brk brk-bg 7.4 8.9
brk surface 8.3 11.2
brk-line surface 3.9 7.1
ok ok-bg 6.4 7.7
ok surface 7.5 9.2
danger danger-bg 6.6 7.7
danger surface 7.8 8.9
on-accent danger-fill 6.5 6.0
focus surface 8.0 10.2
focus canvas 7.2 11.2
`
  .trim()
  .split('\n')
  .map((line) => line.split(' ') as [string, string, string, string])

const tokens = new Map(
  [
    ...readFileSync('renderer/styles/tokens.css', 'utf8').matchAll(
      /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
    ),
  ].map(([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }]),
)

const themes = ['light', 'dark'] as const

describe('the colours', () => {
  it('are held in 35 pairs', () => expect(pairs).toHaveLength(35))

  it.each(pairs)('%s on %s has contrast %s and %s', (word, ground, light, dark) => {
    for (const [theme, designed] of [
      ['light', light],
      ['dark', dark],
    ] as const) {
      const measured = contrast(colour(word, theme), colour(ground, theme))
      expect(measured).toBeGreaterThanOrEqual(isEdge(word) ? 3 : 4.5)
      expect(Math.abs(measured - Number(designed))).toBeLessThan(0.06)
    }
  })

  it.each(themes)('mark the edges of fields and the focus clearly (%s)', (theme) => {
    for (const edge of ['line-strong', 'focus']) {
      expect(contrast(colour(edge, theme), colour('surface', theme))).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('style sheets', () => {
  it('take their colours from the tokens', () => {
    for (const sheet of ['ui/Button', 'ui/field', 'shell/Shell', 'shell/Sidebar', 'shell/StatusBar']) {
      expect(readFileSync(`renderer/${sheet}.module.css`, 'utf8')).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(/i)
    }
  })
  it('load no font from elsewhere', () =>
    expect(readFileSync('renderer/styles/fonts.css', 'utf8')).not.toMatch(/https?:|local\(/))
})

function isEdge(name: string): boolean {
  return name.endsWith('line') || name === 'line-strong'
}

function colour(name: string, theme: 'light' | 'dark'): string {
  const token = tokens.get(name)
  if (token === undefined) throw new Error(`no token ${name}`)
  return token[theme]
}

/** Source: WCAG 2.2, contrast ratio and relative luminance. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
