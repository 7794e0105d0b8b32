import type { Attribute, Attributes } from '@tiptap/core'

type Check = (value: unknown) => boolean

export const isText =
  (longest: number, form: RegExp = /^[^\n\r]*$/u): Check =>
  (value) =>
    typeof value === 'string' && value.length <= longest && form.test(value)

export const isOneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value)

export const isWhole =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most

export const isListOf =
  (isItem: Check, most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every((item) => isItem(item))

export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)

/** Something that names one thing within a text or the record. */
export const isIdentifier = isText(40, /^[A-Za-z0-9_-]+$/)

/** BCP 47, as far as texts need it. */
export const isLanguageTag = isText(35, /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)

export const isSide = isText(5, /^(?:[A-Z]{3}|chair)$/)

/** May run over line ends, around whole articles. */
export const isAttribution = isText(400, /^/)

/**
 * A checked attribute, carried in HTML as data-<name>. The check runs whenever a node is made or read. What
 * comes with pasted HTML and fails it is left out, so that a paste cannot break.
 */
export function attribute(
  name: string,
  initial: unknown,
  check: Check,
  more: Partial<Attribute> = {},
): Attributes {
  const inHtml = `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  const isWritten = initial === null || typeof initial === 'string'
  return {
    [name]: {
      default: initial,
      validate: refusing(name, check),
      parseHTML: (element) => {
        const written = element.getAttribute(inHtml)
        if (written === null) return null
        const value = isWritten ? written : parsed(written)
        return check(value) ? value : null
      },
      renderHTML: (attributes) => {
        const value: unknown = attributes[name]
        if (value === null || JSON.stringify(value) === JSON.stringify(initial)) return {}
        return { [inHtml]: isWritten ? value : JSON.stringify(value) }
      },
      ...more,
    },
  }
}

/** The attributes of a library's node, with a check for each: none may be without. */
export function checked(
  attributes: Attributes | undefined,
  checks: Readonly<Record<string, Check>>,
): Attributes {
  const withCheck = ([name, given]: [string, Attribute]): [string, Attribute] => {
    const check = checks[name]
    if (!check) throw new Error(`The attribute ${name} has no check`)
    return [
      name,
      {
        ...given,
        validate: refusing(name, check),
        parseHTML: (element) => {
          const value: unknown = given.parseHTML
            ? given.parseHTML(element)
            : parsed(element.getAttribute(name) ?? '')
          return check(value) ? value : null
        },
      },
    ]
  }
  return Object.fromEntries(Object.entries(attributes ?? {}).map(withCheck))
}

function refusing(name: string, check: Check): (value: unknown) => void {
  return (value) => {
    if (!check(value)) throw new RangeError(`Invalid value of ${name}`)
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
