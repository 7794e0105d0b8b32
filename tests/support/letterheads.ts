import { strToU8 } from 'fflate'
import { p, r, type WordFile, wordParts, zipped } from './wordFile.ts'

/** What must never get from a letterhead into a paper: names, companies, paths, ids of editing. */
export const traces = [
  ...[
    'Budi Santoso',
    'PT Rahasia',
    'C:\\Users\\budi',
    '00AB12CD',
    '5E6F7A8B',
    'remark-of-budi',
    'Normal.dotm',
  ],
  ...['1A2B3C4D', 'DocVariable', 'custom-data'],
] as const

/** A red square, as small as a PNG can be that every browser shows. */
export const logo: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAB4AAAAeCAIAAAC0Ujn1AAAAJ0lEQVR4nGO4oKBAI8QwavSo0aNGjxo9avSo0aNGjxo9avSo0eQjAGGcvG7v8xwSAAAAAElFTkSuQmCC',
  'base64',
)

/** A letterhead as a Word of an Indonesian office leaves it: words cut into runs, ids and names everywhere. */
export function officeLetterhead(more: Partial<WordFile> = {}): Uint8Array {
  const file: WordFile = {
    body:
      `<w:p w:rsidR="00AB12CD" w14:paraId="5E6F7A8B" w14:textId="77777777"><w:pPr><w:jc w:val="right"/></w:pPr>` +
      `${r('{{tem')}<w:proofErr w:type="spellStart"/>${r('pat}}', '<w:b/>')}${r(', {{ tanggal }}')}</w:p>` +
      p('Perihal: {{title}}') +
      `<w:p><w:commentRangeStart w:id="1"/>${r('{{')}${r('body')}${r('}}')}<w:commentRangeEnd w:id="1"/>` +
      '<w:r><w:commentReference w:id="1"/></w:r></w:p>' +
      p('Tembusan: {{heads}}') +
      '<w:sectPr w:rsidR="00AB12CD"><w:headerReference w:type="first" r:id="headerFirst"/>' +
      '<w:footerReference w:type="default" r:id="footerAll"/>' +
      '<w:pgSz w:w="12240" w:h="18720"/><w:pgMar w:top="1700" w:right="1700" w:bottom="1134" w:left="2268" w:header="567" w:footer="567" w:gutter="0"/>' +
      '<w:titlePg/></w:sectPr>',
    styles:
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>' +
      '<w:style w:type="paragraph" w:default="1" w:styleId="Biasa"><w:name w:val="Normal"/><w:rsid w:val="1A2B3C4D"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/><w:basedOn w:val="Biasa"/>' +
      '<w:pPr><w:keepNext/><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>' +
      '<w:rPr><w:b/><w:color w:val="1F4E79"/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:customStyle="1" w:styleId="BodyText"><w:name w:val="Isi Surat"/><w:basedOn w:val="Biasa"/></w:style>',
    numbering:
      '<w:abstractNum w:abstractNumId="4"><w:nsid w:val="1A2B3C4D"/><w:multiLevelType w:val="multilevel"/><w:tmpl w:val="1A2B3C4D"/>' +
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>',
    comments:
      '<w:comment w:id="1" w:author="Budi Santoso" w:initials="BS"><w:p><w:r><w:t>remark-of-budi</w:t></w:r></w:p></w:comment>',
    frames: {
      headerFirst:
        `<w:p><w:r>${drawing('C:\\Users\\budi\\logo.png')}</w:r>${r(' KEMENTERIAN IMIGRASI')}</w:p>` +
        p('{{klasifikasi}}'),
      footerAll:
        `<w:p>${r('Jalan H.R. Rasuna Said, Jakarta · ')}<w:hyperlink r:id="rWeb">${r('kemenimipas.go.id')}</w:hyperlink>` +
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>' +
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    },
    ...more,
  }
  const parts = wordParts(file)
  const rels = (name: string, links: string) =>
    (parts[name] = strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`,
    ))
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  rels(
    'word/_rels/headerFirst.xml.rels',
    `<Relationship Id="rLogo" Type="${type}/image" Target="media/budi-logo.png"/>`,
  )
  rels(
    'word/_rels/footerAll.xml.rels',
    `<Relationship Id="rWeb" Type="${type}/hyperlink" Target="https://kemenimipas.go.id/" TargetMode="External"/>`,
  )
  parts['word/media/budi-logo.png'] = logo
  add(
    'word/settings.xml',
    'settings',
    '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
      '<w:attachedTemplate r:id="rId1"/><w:defaultTabStop w:val="720"/><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>' +
      '<w:docVars><w:docVar w:name="DocVariable" w:val="Budi Santoso"/></w:docVars></w:settings>',
  )
  rels(
    'word/_rels/settings.xml.rels',
    `<Relationship Id="rId1" Type="${type}/attachedTemplate" Target="file:///C:\\Users\\budi\\Normal.dotm" TargetMode="External"/>`,
  )
  parts['docProps/core.xml'] = strToU8('<x>Budi Santoso</x>')
  parts['docProps/app.xml'] = strToU8('<x>PT Rahasia</x>')
  parts['customXml/item1.xml'] = strToU8('<custom-data/>')
  return zipped(parts)

  function add(path: string, kind: string, xml: string): void {
    parts[path] = strToU8(xml)
    const insert = (name: string, before: string, what: string) =>
      (parts[name] = strToU8(new TextDecoder().decode(parts[name]).replace(before, what + before)))
    insert(
      '[Content_Types].xml',
      '</Types>',
      `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
    )
    insert(
      'word/_rels/document.xml.rels',
      '</Relationships>',
      `<Relationship Id="r${kind}" Type="${type}/${kind}" Target="${kind}.xml"/>`,
    )
  }
}

/** A Word file of these paragraphs, by their words. */
export function plainLetterhead(...paragraphs: readonly string[]): Uint8Array {
  return zipped(wordParts({ body: paragraphs.map((words) => p(words)).join('') }))
}

/** A logo of 2 × 1 cm in its line; `path` is what Word remembers of its file. */
export function drawing(path: string): string {
  return (
    '<w:drawing><wp:inline><wp:extent cx="720000" cy="360000"/>' +
    `<wp:docPr id="1" name="Gambar 1" descr="${path}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
    `<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="budi.png" descr="${path}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    '<pic:blipFill><a:blip r:embed="rLogo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="720000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>' +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
  )
}
