/**
 * `npm run crossval`: how well the matcher finds what it has not learnt. Holds out one fifth of the wordings (`--of 20`: a
 * twentieth), trains on the rest, asks for the topic of what was held out, and goes on with the next part. Writes
 * docs/reports/crossval.md. Needs the places' entries compiled (`npm run build`). `--folds 1 --first 10` measures one part only, the eleventh.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readPhrases, readTopics } from '../intents/catalogue.js'
import type { MatcherJson } from '../intents/matcher.js'
import { openSegmenter } from '../intents/segment.js'
import { assembleModel } from '../intents/training.js'
import { openUnderstander } from '../intents/understand.js'
import { packageRoot } from '../src/core/package-root.js'
import { splitPhrases } from './crossval/folds.js'
import { askHeldOut, nationOf, type Trial } from './crossval/held-out.js'
import { formatCrossval } from './crossval/report.js'
import { trainApart } from './train-apart.js'

const { values } = parseArgs({
  options: {
    of: { type: 'string', default: '5' },
    folds: { type: 'string' },
    first: { type: 'string', default: '0' },
    report: { type: 'string', default: join(packageRoot, 'docs/reports/crossval.md') },
  },
})
const of = Number(values.of)
if (!Number.isInteger(of) || of < 2) throw new RangeError(`--of must be 2 or more, not ${values.of}`)
const folds = Number(values.folds ?? of)
if (!Number.isInteger(folds) || folds < 1 || folds > of)
  throw new RangeError(`--folds must be 1 to ${of}, not ${values.folds}`)

const compiled = JSON.parse(
  readFileSync(join(packageRoot, 'dist/compiled/matcher.json'), 'utf8'),
) as MatcherJson
const segmenter = openSegmenter()
const phrases = readPhrases()
const trials: Trial[] = []
const first = Number(values.first)
if (!Number.isInteger(first) || first < 0 || first + folds > of)
  throw new RangeError(`--first must be 0 to ${of - folds}, not ${values.first}`)
for (let fold = first; fold < first + folds; fold++) {
  const started = performance.now()
  const { training, heldOut } = splitPhrases(phrases, fold, of)
  const parts = await trainApart({ fold, of })
  const model = assembleModel(parts, training, readTopics(), segmenter)
  const understander = openUnderstander(nationOf(compiled, model.classifier), model, segmenter)
  trials.push(...askHeldOut(understander, compiled, heldOut))
  console.log(
    `第 ${fold - first + 1}/${folds} 份：留出 ${heldOut.length} 句，${Math.round((performance.now() - started) / 1000)} 秒`,
  )
}

const report = formatCrossval(trials, compiled, { folds, of, phrases: phrases.length })
console.log(report.split('\n## 混淆')[0])
mkdirSync(dirname(values.report), { recursive: true })
writeFileSync(values.report, report)
