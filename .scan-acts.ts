import { readPhrases, readWordings, readAmbiguous, readElsewhere } from '/work/main/intents/catalogue.js'
import { openActReader } from '/work/main/intents/acts.js'
import { normalize } from '/work/main/intents/normalize.js'
const read = openActReader()
const by: Record<string,string[]> = {}
let n=0
for (const p of readPhrases()) { n++; const a = read(normalize(p.text)); if (a) (by[a]??=[]).push(p.classes.join('|')+'\t'+p.text) }
console.log(n)
for (const [a,l] of Object.entries(by)) { console.log('##',a,l.length); const max=Number(process.argv[2]??8); for (const x of l.slice(0,max)) console.log('  ',x) }
