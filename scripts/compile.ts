/**
 * Compiles the data under version control into what start-up reads: dist/compiled/knowledge.json and matcher.json.
 * Run by `npm run build`; its output is never committed.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTopicPhrases } from '../intents/catalogue.js'
import { buildMatcher } from '../intents/matcher.js'
import { openSegmenter } from '../intents/segment.js'
import { compileKnowledge } from '../knowledge/base.js'
import { readAllEntries } from '../knowledge/data-files.js'
import { readers } from '../knowledge/guides/index.js'
import { packageRoot } from '../src/core/package-root.js'

const folder = join(packageRoot, 'dist/compiled')
mkdirSync(folder, { recursive: true })
const entries = readAllEntries()
const guides = Object.fromEntries(readers.map(({ guide, name }) => [guide, name]))
const knowledge = compileKnowledge(entries, guides)
writeFileSync(join(folder, 'knowledge.json'), JSON.stringify(knowledge))

const documents = entries
  .filter((entry) => !entry.duplicate_of)
  .map(({ id, region, topic, title, aliases = [], fields }) => ({
    id,
    region,
    topic,
    title: title.replace(/^(一件事|提速|窗口地址|禁办|容缺):/, ''),
    aliases,
    texts: fields,
  }))
const matcher = buildMatcher(documents, readTopicPhrases(), openSegmenter())
writeFileSync(join(folder, 'matcher.json'), JSON.stringify(matcher))
console.log(`${knowledge.version}: ${entries.length} entries, ${matcher.topics.topics.length} topics compiled`)
