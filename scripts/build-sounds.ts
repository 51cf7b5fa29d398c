import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pinyin } from 'pinyin-pro'

/** Writes intents/data/sounds.json from the published table; with `--check` only says whether it would differ. */
const TARGET = new URL('../intents/data/sounds.json', import.meta.url)
const { version } = createRequire(import.meta.url)('pinyin-pro/package.json') as { version: string }

/** CJK radicals to the last of the CJK extensions. */
const FIRST = 0x2e80
const LAST = 0x323af

const syllables = new Map<string, string>()
let count = 0
for (let point = FIRST; point <= LAST; point++) {
  const character = String.fromCodePoint(point)
  if (!/\p{Script=Han}/u.test(character)) continue
  const [syllable = character] = pinyin(character, { toneType: 'none', type: 'array', v: true })
  if (syllable === character) continue
  syllables.set(syllable, (syllables.get(syllable) ?? '') + character)
  count++
}
const lines = [...syllables]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([syllable, characters]) => `    ${JSON.stringify(syllable)}: ${JSON.stringify(characters)}`)
const text = `{
  "source": {
    "package": "pinyin-pro@${version} (MIT)",
    "meaning": "拼音（无声调，ü 写作 v）及读作此音的汉字；多音字取最常用的音",
    "written_by": "scripts/build-sounds.ts"
  },
  "syllables": {
${lines.join(',\n')}
  }
}
`
if (!process.argv.includes('--check')) writeFileSync(TARGET, text)
else if (readFileSync(TARGET, 'utf8') !== text) {
  console.error('intents/data/sounds.json differs from its source: run npx tsx scripts/build-sounds.ts')
  process.exitCode = 1
}
console.log(`${count} characters, ${syllables.size} syllables`)
