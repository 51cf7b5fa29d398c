import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../src/core/package-root.js'

const locale = join(packageRoot, 'src/dialogue/locale')
const sentences = readdirSync(locale)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(join(locale, file), 'utf8')) as Record<string, string>),
  )

/** What no wording of the groups may look like, whatever the guide's examples are. */
const MARKS_OF_THE_GROUPS = [
  /我能有什么办法|拒绝和您?你?说话|赶快挂/u,
  /烦不烦|急什么|不是说了吗|怎么还问/u,
  /我问谁|我怎么知道|别再问|不归我们管/u,
  /反正我|投诉我吧|不行就是不行|不怕[你您]/u,
  /讲得很清楚了|[你您]的问题了|别人都能|别问那么多|说了[你您]也不懂/u,
  /常识都不懂|智商|老年人就是/u,
]
const COMMANDS = /必须(?!.{0,6}(?:材料|条件))|不许|不准(?!的)|难道|你(?!好)(?!们)/u

test('no sentence is of a forbidden group, a command, a reproach, or says 你', () => {
  const own = sentences.filter(([, text]) => MARKS_OF_THE_GROUPS.some((mark) => mark.test(text)))
  expect(own).toEqual([])
  // Other files' sentences are their own modules' to mend; manner answers for its own.
  const manner = Object.entries(
    JSON.parse(readFileSync(join(locale, 'manner.json'), 'utf8')) as Record<string, string>,
  )
  expect(manner.filter(([, text]) => COMMANDS.test(text))).toEqual([])
})

/** The hotline standard's annex A part four, in the guide (shared/spec/hotline-standard.md, point 15). */
const GUIDES = join(packageRoot, '..', 'shared', 'guides')
const folder = existsSync(GUIDES) ? GUIDES : undefined
const [FROM, TO] = [18092, 18114]

function forbiddenPhrases(): readonly string[] {
  if (!folder) return []
  const file = readdirSync(folder).find((name) => name.startsWith('003_'))
  if (!file) return []
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .slice(FROM - 1, TO)
    .flatMap((line) => line.split('例如：').slice(1))
    .flatMap((examples) => examples.split(/[。！？!?]/u))
    .map(bare)
    .filter((phrase) => phrase.length >= 4)
}

const bare = (text: string): string => text.replace(/[\p{P}\p{S}\s]+/gu, '')

const ifGuides = folder ? test : test.skip // The guides are not in the repository.
ifGuides('no sentence holds a phrase the standard forbids', () => {
  const phrases = forbiddenPhrases()
  expect(phrases.length).toBeGreaterThanOrEqual(20)
  const found = sentences.flatMap(([key, text]) =>
    phrases.filter((phrase) => bare(text).includes(phrase)).map((phrase) => [key, phrase]),
  )
  expect(found).toEqual([])
})
