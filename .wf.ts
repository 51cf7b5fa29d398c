import { openFieldReader } from './intents/fields.js'
import { readFileSync } from 'node:fs'
const d=JSON.parse(readFileSync('intents/data/fields.json','utf8'))
let tot=0
for(const [k,v] of Object.entries(d) as any) if(k!=='//') for(const s of ['strong','weak','not']) for(const p of v[s]??[]) for(const w of ['要带','能','以前','投诉','去哪','包','什么','多少','打','a','没带','在','是','不能','材料','钱','先']) {const re=new RegExp(p,'u');const t=performance.now();re.test(w.repeat(100000/w.length));const dt=performance.now()-t;tot+=dt;if(dt>60)console.log(k,w,Math.round(dt),p.slice(0,90))}
console.log(tot)
const r=openFieldReader(); for(const w of ['要带','能','以前','a','什么']){const t=performance.now();r(w.repeat(50000));console.log(w,Math.round(performance.now()-t))}
