import { readWordings } from './intents/catalogue.js'
import { openFieldReader } from './intents/fields.js'
import { normalize } from './intents/normalize.js'
import { readFileSync } from 'node:fs'
const r=openFieldReader(); const c:Record<string,number>={}; let none=0,n=0,many=0
for(const w of readWordings()) for(const t of w.wordings){n++; const f=r(normalize(t)).fields; if(!f.length)none++; if(f.length>2)many++; for(const x of f)c[x]=(c[x]??0)+1}
console.log(n,'none',none,'>2',many,c)
