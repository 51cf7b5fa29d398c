import { readWordings } from './intents/catalogue.js'
import { openFieldReader } from './intents/fields.js'
import { normalize } from './intents/normalize.js'
const r=openFieldReader(); const out:string[]=[]
for(const w of readWordings()) for(const t of w.wordings){const f=r(normalize(t)); if(!f.fields.length&&!f.how&&/[吗不么没呢哪啥什几多谁]/.test(t)) out.push(t)}
let s=7; const rnd=()=>(s=(s*16807)%2147483647)/2147483647
console.log(out.length); for(let i=0;i<110;i++) console.log(out[Math.floor(rnd()*out.length)])
