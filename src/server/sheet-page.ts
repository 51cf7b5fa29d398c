import type { TaskSheet } from '../dialogue/guide/sheet.js'
import { say } from '../dialogue/sentences.js'

/** The sheet as a page of its own to print on A4: no scripts, nothing loaded, every text escaped. */
export function renderSheetPage(sheet: TaskSheet): string {
  const items = sheet.materials.items.map(({ text, box }) =>
    box
      ? `<li class="box"><span aria-hidden="true">□</span> ${escape(text)}</li>`
      : `<li>${escape(text)}</li>`,
  )
  const sections = sheet.sections.map(
    ({ title, lines }) => `<section><h2>${escape(title)}</h2>${lines.map(paragraph).join('')}</section>`,
  )
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(sheet.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(sheet.title)}</h1>
<p class="place">${escape(sheet.place)}</p>
<section><h2>${escape(sheet.materials.title)}</h2><ul>${items.join('')}</ul></section>
${sections.join('\n')}
<footer>${sheet.source.map(paragraph).join('')}${paragraph(sheet.date)}${paragraph(say('sheet.by'))}</footer>
</main>
</body>
</html>
`
}

const paragraph = (text: string): string => `<p>${escape(text)}</p>`

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)

// Large enough to be read by old people; boxes big enough for a pen.
const STYLE = `
@page { size: A4; margin: 18mm 16mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #111; background: #fff; font: 16px/1.7 "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
main { max-width: 178mm; margin: 0 auto; padding: 16px; overflow-wrap: anywhere; }
h1 { font-size: 1.5em; line-height: 1.4; margin: 0 0 .2em; }
h2 { font-size: 1.1em; margin: 1.1em 0 .3em; border-bottom: 1px solid #888; break-after: avoid; }
p { margin: .15em 0; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: .35em 0; break-inside: avoid; }
li.box { padding-left: 1.7em; text-indent: -1.7em; }
li.box span { display: inline-block; width: 1.2em; text-indent: 0; font-size: 1.25em; line-height: 1; }
section { break-inside: auto; }
footer { margin-top: 1.6em; padding-top: .5em; border-top: 1px solid #888; font-size: .85em; color: #333; }
@media print { main { max-width: none; padding: 0; } body { font-size: 12pt; } }
`
