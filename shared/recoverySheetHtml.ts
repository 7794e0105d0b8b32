import { groups } from './recoveryKey.ts'
import { recoverySheetWords, type RecoverySheet } from './recoverySheetWords.ts'

/** The recovery sheet as one self-contained A4 page for printing: no script, no link, no font from elsewhere. */
export function recoverySheetHtml({ recordName, recoveryKey, printedOn, language }: RecoverySheet): string {
  const words = recoverySheetWords[language]
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(words.title)}</title><style>
@page { size: A4; margin: 25mm }
body { font: 12pt/1.5 'Noto Sans', sans-serif; color: #000 }
h1 { font-size: 20pt; margin: 0 0 8mm }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 6mm; margin: 0 0 6mm }
dt { font-weight: bold }
dd { margin: 0 }
ol.key { list-style: none; display: grid; grid-template-columns: repeat(7, 1fr); gap: 4mm; padding: 6mm; margin: 0 0 6mm;
  border: 0.5mm solid #000; font: bold 15pt/1.2 'Noto Sans Mono', monospace; text-align: center }
.warning { border-left: 1.5mm solid #000; padding-left: 4mm; font-weight: bold }
</style></head><body>
<h1>${escaped(words.title)}</h1>
<dl><dt>${escaped(words.record)}</dt><dd>${escaped(recordName)}</dd><dt>${escaped(words.printedOn)}</dt><dd>${escaped(printedOn)}</dd></dl>
<p>${escaped(words.what)}</p>
<ol class="key" aria-label="${escaped(words.key)}">${groups(recoveryKey)
    .map((group) => `<li>${escaped(group)}</li>`)
    .join('')}</ol>
<ul>${words.use.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>
<p class="warning">${escaped(words.warning)}</p>
</body></html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
