const t0=performance.now(); const m0=process.memoryUsage().rss
const { normalize } = await import('./intents/normalize.js')
console.log('load', performance.now()-t0);{const t=performance.now(); await import('./intents/simplified.js?x'); console.log('again',performance.now()-t)}
import fc from 'fast-check'
for (const t of ['我嘅社會保險喺邊度攞？','**失业金**怎么领','<p>失业金<br/>材料</p>','呃那个，那个我想问，嗯','嗯嗯','衞生 説 裏 綫 乾安縣','失 业 金 怎么 领','👍🏻1️⃣失业金🙏','看[这里](http://a.b/c)','<script>alert(1)</script>','点样申请失业金，点攞','這邊個人','失​业金','得咩','係咪要身份證','4501****1234'])console.log(t,'→',normalize(t))
const alpha=[...'呃嗯欸诶那个这就是然后我边度处个间嘅唔该冇咩得点样解申请啲佢哋老细什么怎有没不 ,。*`~_<>/pbr[]()&lt;#1 a\u200b\u0301👍乾後薴係']
fc.assert(fc.property(fc.oneof(fc.string({unit:'binary'}),fc.string({unit:'grapheme'}),fc.array(fc.constantFrom(...alpha)).map(a=>a.join(''))),s=>{const a=normalize(s); return normalize(a)===a && a.isWellFormed()}),{numRuns:200000})
for (const u of ['我嘅社會保險','<p ','](a','那个 ','呃 ','失 ','*1','点','<p <b>>','&#1','~_ ','[a](b)','那个,','边度 '] ){const s=u.repeat(Math.ceil(100000/u.length));const t=performance.now();normalize(s);const d=performance.now()-t; if(d>60)console.log(u,d)}
import {readFileSync} from 'fs'
const names=[...new Set((readFileSync('intents/data/places.json','utf8')+readFileSync('intents/data/place-names.json','utf8')).match(/[\p{Script=Han}]+/gu))]
console.log('names',names.length,names.filter(n=>normalize(n)!==n))
