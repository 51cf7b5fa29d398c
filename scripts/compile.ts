/**
 * Compiles the data under version control into what start-up reads: dist/compiled/knowledge.json, matcher.json and
 * model.bin. Run by `npm run build`; its output is never committed. Training takes a minute, so the model
 * is kept as long as what it is trained from stays the same.
 */
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  readAmbiguous,
  readCovers,
  readElsewhere,
  readPhrases,
  readTopics,
  readWordings,
} from '../intents/catalogue.js'
import { indexPlaces, officeTerms, type MatcherJson } from '../intents/matcher.js'
import { openSegmenter } from '../intents/segment.js'
import { packModel } from '../intents/model/model-file.js'
import { assembleModel } from '../intents/training.js'
import { compileKnowledge } from '../knowledge/base.js'
import { readAllEntries } from '../knowledge/data-files.js'
import { readers } from '../knowledge/guides/index.js'
import { packageRoot } from '../src/core/package-root.js'
import { trainApart } from './train-apart.js'

const folder = join(packageRoot, 'dist/compiled')
mkdirSync(folder, { recursive: true })
// npx runs the command's file itself; what tsc writes is not executable.
chmodSync(join(packageRoot, 'dist/src/cli/main.js'), 0o755)
const segmenter = openSegmenter()

const entries = readAllEntries()
const guides = Object.fromEntries(readers.map(({ guide, name }) => [guide, name]))
const knowledge = compileKnowledge(entries, guides)
writeFileSync(join(folder, 'knowledge.json'), JSON.stringify(knowledge))

const originals = entries.filter((entry) => !entry.duplicate_of)
const documents = originals.map(({ id, region, topic, title, aliases = [], fields }) => ({
  id,
  region,
  topic,
  title: title.replace(/^(一件事|提速|窗口地址|禁办|容缺):/, ''),
  aliases,
  texts: fields,
}))
const topics = readTopics()
const matcher: MatcherJson = {
  places: indexPlaces(documents, segmenter),
  topics,
  elsewhere: readElsewhere().map(({ id, name, owner, way }) => ({ id, name, owner, way })),
  covers: readCovers(),
  asking: {
    choose: Object.fromEntries(
      readWordings().flatMap(({ topic, choose }) => (choose === undefined ? [] : [[topic, choose]])),
    ),
    questions: readAmbiguous()
      .map(({ topics: among, ask }) => ({ topics: among, ask }))
      .sort((a, b) => a.topics.length - b.topics.length),
  },
  entries: Object.fromEntries(
    originals.map((entry) => {
      const { id, topic, title, kind, part_of } = entry
      const twins = originals.filter(
        (other) => other.topic === topic && other.region === entry.region && other.kind === 'service',
      )
      const office =
        kind === 'service' && twins.length > 1
          ? officeTerms(
              entry.fields.department,
              twins.filter((twin) => twin !== entry).map(({ fields }) => fields.department),
              segmenter,
            )
          : []
      return [id, { topic, title, kind, part: part_of !== undefined, ...(office.length > 0 && { office }) }]
    }),
  ),
}
writeFileSync(join(folder, 'matcher.json'), JSON.stringify(matcher))

const phrases = readPhrases()
const digest = createHash('sha256').update(JSON.stringify([topics, phrases]))
for (const name of [
  'training.js',
  'features.js',
  'segment.js',
  'sound.js',
  'normalize.js',
  'simplified.js',
  'variants.js',
  'asked.js',
  'lexicon.js',
])
  digest.update(readFileSync(join(packageRoot, 'dist/intents', name)))
for (const name of readdirSync(join(packageRoot, 'dist/intents/model')).sort())
  digest.update(readFileSync(join(packageRoot, 'dist/intents/model', name)))
for (const name of ['dictionary.txt', 'lexicon.tsv', 'variants.json', 'field-examples.tsv'])
  digest.update(readFileSync(join(packageRoot, 'intents/data', name)))
const trainedFrom = digest.digest('hex')
const mark = join(folder, 'model.sha256')
if (existsSync(mark) && readFileSync(mark, 'utf8') === trainedFrom) {
  console.log('model: unchanged')
} else {
  const started = performance.now()
  const model = assembleModel(await trainApart(), phrases, topics, segmenter)
  writeFileSync(join(folder, 'model.bin'), packModel(model))
  writeFileSync(mark, trainedFrom)
  console.log(
    `model: trained on ${phrases.length} phrases in ${Math.round((performance.now() - started) / 1000)} s`,
  )
}
console.log(`${knowledge.version}: ${entries.length} entries, ${topics.length} topics compiled`)
