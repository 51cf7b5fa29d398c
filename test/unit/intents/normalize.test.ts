import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalize } from '../../../intents/normalize.js'
import { packageRoot } from '../../../src/core/package-root.js'

test.each([
  ['traditional characters', '我嘅社會保險喺邊度攞？', '我的社会保险在哪里拿?'],
  ['characters of Hong Kong', '衞生説裏綫', '卫生说里线'],
  ['a place written with a character kept', '乾安县', '乾安县'],
  ['a banner whose name holds a Cantonese particle', '喀喇沁旗', '喀喇沁旗'],
  ['Cantonese', '點樣申請失業金，要帶乜嘢', '怎么申请失业金,要带什么'],
  ['a place beside, not a Cantonese question', '这边个人参保', '这边个人参保'],
  ['northern words that wordings hold too', '俺咋整啥材料', '俺咋整啥材料'],
  ['fillers and repetitions', '呃那个，那个我想问，工伤嗯认定', '那个我想问,工伤认定'],
  ['nothing but fillers', '嗯嗯', '嗯嗯'],
  ['full width', 'ＡＰＰ　１２３３３', 'app 12333'],
  ['spelt-out characters', '失 业 金 材料', '失业金 材料'],
  ['emoji and keycaps', '👍🏻1️⃣失业金🙏', '1失业金'],
  ['bold marks', '**失业金**怎么领', '失业金怎么领'],
  ['pasted tags', '<p class="x">失业金<br/>材料</p>', '失业金 材料'],
  ['an attack stays readable', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['zero-width characters', '失\u200b业\u200d金', '失业金'],
  ['a lone surrogate', '失业\ud800金', '失业 金'],
])('%s', (_, text, expected) => {
  expect(normalize(text)).toBe(expected)
})

const PIECES = [
  ...'呃嗯欸诶那个这就是然后我边度处个间嘅唔该冇咩得点样解申请啲佢哋老细什么怎有没不 ,。*`~_<>/pbr[]()&;#1a乾後薴係喇',
  '\u200b',
  '\u0301',
  '\ufe0f',
  '\ud83d',
  '👍',
  'ᄀ',
  'ᅡ',
  'İ',
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
)

test('any text: well formed, and once is enough', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = normalize(text)
      expect(once.isWellFormed()).toBe(true)
      expect(normalize(once)).toBe(once)
    }),
    { numRuns: 3000 },
  )
})

test.each([
  '我嘅社會保險',
  '<p ',
  '](a',
  '那个 ',
  '呃',
  '失 ',
  '*1',
  '<p <b>>',
  '&#1',
  '~_ ',
  '边度 ',
  '\u0301',
])('100 000 characters of "%s" take no time', (piece) => {
  const text = piece.repeat(Math.ceil(100_000 / piece.length))
  const started = performance.now()
  normalize(text)
  expect(performance.now() - started).toBeLessThan(5000)
})

test('names of places keep their written form', () => {
  const data = ['places.json', 'place-names.json']
    .map((name) => readFileSync(join(packageRoot, 'intents/data', name), 'utf8'))
    .join('')
  const names = [...new Set(data.match(/\p{Script=Han}+/gu))]
  // Written with traditional characters in the data already.
  expect(names.filter((name) => normalize(name) !== name)).toEqual(['淶源', '欽州'])
})
