import { openFieldReader } from './intents/fields.js'
import { normalize } from './intents/normalize.js'
import { ASKED, NOT_ASKED, SEVERAL } from './test/unit/intents/field-sentences.js'
const read=openFieldReader(); const of=(t:string)=>read(normalize(t)).fields
let n=0,bad=0
for (const [f,l] of Object.entries(ASKED)) { if(l!.length<15)console.log('FEW',f); for(const t of l!) {n++; if(of(t)[0]!==f) {bad++;console.log(f,'←',t,'=',of(t).join(' '))} }}
for (const [f,l] of Object.entries(NOT_ASKED)) { if(l!.length<10)console.log('FEWNOT',f); for(const t of l!) {n++; if(of(t).includes(f as any)) {bad++;console.log('NOT',f,'←',t,'=',of(t).join(' '))} }}
for (const [t,f] of SEVERAL) if(JSON.stringify(of(t))!==JSON.stringify(f)) {bad++;console.log('SEVERAL',t,of(t).join(' '))}
console.log(n,bad)
