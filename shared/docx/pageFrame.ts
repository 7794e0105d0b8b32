import {
  AlignmentType,
  Footer,
  Header,
  ImportedXmlComponent,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { Document, ISectionOptions, XmlComponent } from 'docx'
import { locales } from '../meeting/minutesWords.ts'
import type { Language } from '../values.ts'
import { broadPage, page, styles } from './docxLook.ts'
import { wordRuns } from './wordRuns.ts'
import { escapedXml } from './xmlText.ts'

export type PageFrame = {
  readonly language: Language
  /** At the left and at the right of the header of every page; clean text. */
  readonly header: readonly [string, string]
  /** The same on a line below it. */
  readonly subheader?: readonly [string, string]
  /** Between the number of the page and that of all pages: " of ". */
  readonly pageOf: string
  /** Quietly at the right of the footer of every page; clean text. */
  readonly footnote?: string | null
  /** Across every page, behind the text; null: none. */
  readonly watermark: string | null
  /** On pages on their side. */
  readonly broad?: boolean
}

/** What stands around the text on every page: header, "n of m", watermark. */
export function pageFrame({
  language,
  header,
  subheader,
  pageOf,
  footnote = null,
  watermark,
  broad = false,
}: PageFrame): Omit<ISectionOptions, 'children'> {
  const spoken = { language: { value: locales[language], bidirectional: locales.km } }
  const width = broad ? broadPage.text : page.text
  const headline = ([left, right]: readonly [string, string], bold: boolean, behind: readonly TextRun[]) =>
    new Paragraph({
      style: styles.header,
      tabStops: [{ type: TabStopType.RIGHT, position: width }],
      children: [
        ...behind,
        ...wordRuns(left, { ...spoken, ...(bold && { bold, boldComplexScript: true }) }),
        ...wordRuns(right, spoken, new Tab()),
      ],
    })
  return {
    headers: {
      default: new Header({
        children: [
          headline(header, true, watermark === null ? [] : [watermarkRun(watermark)]),
          ...(subheader ? [headline(subheader, false, [])] : []),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            style: styles.footer,
            ...(footnote !== null && besideNumber(width)),
            children: [
              new TextRun({
                ...spoken,
                children: [
                  ...(footnote === null ? [] : [new Tab()]),
                  ...[PageNumber.CURRENT, pageOf, PageNumber.TOTAL_PAGES],
                ],
              }),
              ...(footnote === null ? [] : wordRuns(footnote, { ...spoken, ...quiet }, new Tab())),
            ],
          }),
        ],
      }),
    },
  }
}

/** The number of the page stays in the middle, whatever stands beside it. */
function besideNumber(width: number) {
  return {
    alignment: AlignmentType.LEFT,
    tabStops: [
      { type: TabStopType.CENTER, position: width / 2 },
      { type: TabStopType.RIGHT, position: width },
    ],
  }
}
const quiet = { size: 15, sizeComplexScript: 15, color: '595959' } // half points

/**
 * The section that ends the body of this document, all of it on A4 with the header and footer of the frame.
 * `lineNumbers`: the lines of each page are numbered at the margin; those in tables never are (ECMA-376-1, 17.6.8).
 */
export function sectionXml(
  { Headers: [header], Footers: [footer] }: Document,
  { broad = false, lineNumbers = false }: { readonly broad?: boolean; readonly lineNumbers?: boolean } = {},
): string {
  if (!header || !footer) throw new Error('The document has no page frame')
  const { width, height, margin } = broad ? broadPage : page
  return (
    `<w:sectPr><w:headerReference w:type="default" r:id="rId${header.View.ReferenceId}"/>` +
    `<w:footerReference w:type="default" r:id="rId${footer.View.ReferenceId}"/>` +
    `<w:pgSz w:w="${width}" w:h="${height}"${broad ? ' w:orient="landscape"' : ''}/>` +
    `<w:pgMar w:top="1530" w:right="${margin}" w:bottom="1417" w:left="${margin}"` +
    ' w:header="680" w:footer="680" w:gutter="0"/>' +
    `${lineNumbers ? '<w:lnNumType w:countBy="1" w:restart="newPage"/>' : ''}</w:sectPr>`
  )
}

function watermarkRun(words: string): TextRun {
  const picture = ImportedXmlComponent.fromXmlString(watermarkXml(words)) as XmlComponent
  return new TextRun({ noProof: true, children: [picture] })
}

/** WordArt in the header, as Word itself makes a watermark, so that Word knows it as one; without a random id. */
export function watermarkXml(words: string): string {
  const width = 440
  const height = Math.round((width / Math.max(4, words.length)) * 1.2)
  return (
    '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"' +
    ' xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w10="urn:schemas-microsoft-com:office:word">' +
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">' +
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>' +
    '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>' +
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>' +
    '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>' +
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"' +
    ' o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>' +
    '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/>' +
    '</v:shapetype>' +
    '<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136"' +
    ` alt="${escapedXml(words)}" style="position:absolute;margin-left:0;margin-top:0;width:${width}pt;height:${height}pt;` +
    'rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;' +
    'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#c8c8c8" stroked="f">' +
    `<v:fill opacity=".5"/><v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="${escapedXml(words)}"/>` +
    '<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict>'
  )
}
