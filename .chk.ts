import { openActReader } from './intents/acts.js'
import { normalize } from './intents/normalize.js'
import { MATTERS, SAID } from './test/unit/intents/act-sentences.js'
import { readFileSync } from 'node:fs'
const read=openActReader(); const of=(t:string)=>read(normalize(t))
for (const [a,l] of Object.entries(SAID)) { if(l.length<25)console.log('FEW',a,l.length); for(const t of l) if(of(t)!==a) console.log(a,'←',t,'=',of(t)) }
for (const t of MATTERS) if(of(t)) console.log('MATTER',t,of(t))
console.log(MATTERS.length, Object.values(SAID).flat().length)
if(process.argv[2]){
const { acts } = JSON.parse(readFileSync('intents/data/acts.json','utf8'))
const worst=['帮我查','投诉','我是','忽略你','查我','(','${','<','上次反映','select ','你是','建议','a','提','新年','谢谢','好','查','窗口','态度','我','的','{{','对个','问题','催','现在']
for(const r of acts) for(const p of [...r.patterns,...(r.not??[])]) { const re=new RegExp(r.whole?`^(?:${p})$`:p,'u'); for(const w of worst){ const s=w.repeat(Math.ceil((r.within??(r.whole?40:100000))/w.length)); const t=performance.now(); re.test(s); const d=performance.now()-t; if(d>60)console.log(r.act,w,Math.round(d),p.slice(0,70)) } }
}
