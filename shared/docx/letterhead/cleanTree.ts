import { transitional } from './openLetterhead.ts'
import { childOf, element, elements, type XmlNode } from './xmlTree.ts'

/**
 * Takes out of a part of Word what tells of people, computers and sessions of editing: ids of revisions and paragraphs,
 * marks of comments, spelling and permissions, links of controls to data that is not carried along, names and paths of
 * pictures. What readers see stays.
 */
export function cleanTree(node: XmlNode): void {
  node.children = node.children.filter((child) => typeof child === 'string' || !isDropped(child))
  for (const name of Object.keys(node.attributes))
    if (droppedAttribute.test(name)) delete node.attributes[name]
  if (/^(?:wp:docPr|pic:cNvPr|wps:cNvPr|v:shape|v:imagedata)$/.test(node.name)) cleanNames(node)
  for (const child of elements(node)) cleanTree(child)
}

const droppedAttribute =
  /^(?:w:rsid\w*|w14:paraId|w14:textId|wp14:(?:anchorId|editId)|w15:\w+|w16\w*:\w+|o:title|o:href|o:gfxdata)$/

const dropped: ReadonlySet<string> = new Set([
  ...['w:proofErr', 'w:lastRenderedPageBreak', 'w:annotationRef', 'w:rsid', 'w:rsids', 'w:nsid', 'w:tmpl'],
  ...['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference', 'w:permStart', 'w:permEnd'],
  ...[
    'w:dataBinding',
    'w15:dataBinding',
    'w:docPartObj',
    'w:printerSettings',
    'a:hlinkClick',
    'a:hlinkHover',
  ],
])

function isDropped(node: XmlNode): boolean {
  if (dropped.has(node.name)) return true
  // What Office adds to a picture for itself: edited versions, where it came from.
  return node.name === 'a:extLst'
}

function cleanNames(node: XmlNode): void {
  const { attributes } = node
  const id = attributes['id'] ?? ''
  if (attributes['name'] !== undefined) attributes['name'] = `Picture ${id}`.trim()
  for (const key of ['descr', 'title', 'alt'])
    if (/[\\/]|\.(?:png|jpe?g|gif|bmp|emf|wmf|tiff?|svg)\b/i.test(attributes[key] ?? ''))
      delete attributes[key]
}

/**
 * The settings of a letterhead that change how its pages look; whatever else Word keeps there (sessions, templates,
 * variables, mail merge, protection) stays behind. In the order of the schema, as they came.
 */
export function cleanSettings(settings: XmlNode | null): XmlNode | null {
  if (settings === null) return null
  const kept = elements(settings).filter(({ name }) => keptSettings.has(name))
  const result = { ...settings, children: [...kept] }
  cleanTree(result)
  return result
}

const keptSettings: ReadonlySet<string> = new Set([
  ...[
    'w:mirrorMargins',
    'w:alignBordersAndEdges',
    'w:bordersDoNotSurroundHeader',
    'w:bordersDoNotSurroundFooter',
  ],
  ...['w:gutterAtTop', 'w:defaultTabStop', 'w:autoHyphenation', 'w:hyphenationZone', 'w:evenAndOddHeaders'],
  ...[
    'w:displayBackgroundShape',
    'w:characterSpacingControl',
    'w:compat',
    'w:themeFontLang',
    'w:clrSchemeMapping',
  ],
  ...['w:decimalSymbol', 'w:listSeparator', 'w:embedTrueTypeFonts', 'w:saveSubsetFonts'],
])

/** Settings that say that fonts are in the file, where they did not. In the order of the schema (wml.xsd, CT_Settings). */
export function withEmbeddedFonts(settings: XmlNode | null): XmlNode {
  const embed = element('w:embedTrueTypeFonts')
  if (settings === null) return element('w:settings', { 'xmlns:w': transitional }, [embed])
  const others = elements(settings).filter(({ name }) => name !== embed.name)
  const after = others.findIndex(({ name }) => name === 'w:displayBackgroundShape') + 1
  return { ...settings, children: [...others.slice(0, after), embed, ...others.slice(after)] }
}

/** The name of a theme may be that of an office. */
export function cleanTheme(theme: XmlNode): void {
  theme.attributes['name'] = 'Office'
  theme.children = theme.children.filter((child) => typeof child === 'string' || child.name !== 'a:extLst')
  cleanTree(theme)
}

/** Whether something that can be on or off is on among settings, or in a section. */
export function isOnIn(settings: XmlNode | null | undefined, name: string): boolean {
  const setting = childOf(settings ?? undefined, name)
  return setting !== undefined && !/^(?:0|false|off)$/.test(setting.attributes['w:val'] ?? '')
}
