import { splitPhrases } from '../../../scripts/crossval/folds.js'

const phrase = (text: string, classes: string[], official = false) => ({ text, classes, official })
const phrases = [
  phrase('失业登记', ['a'], true),
  phrase('一', ['a']),
  phrase('二', ['a']),
  phrase('三', ['a']),
  phrase('四', ['b']),
  phrase('五', ['b']),
  phrase('哪一种', ['a', 'b']),
]
const textsOf = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text)

describe('splitPhrases', () => {
  test('holds out every second wording of each class', () => {
    expect(textsOf(splitPhrases(phrases, 0, 2).heldOut)).toEqual(['一', '三', '四'])
    expect(textsOf(splitPhrases(phrases, 1, 2).heldOut)).toEqual(['二', '五'])
  })

  test('official names and wordings of several classes stay in training', () => {
    expect(textsOf(splitPhrases(phrases, 0, 2).training)).toEqual(['失业登记', '二', '五', '哪一种'])
  })

  test('every wording is held out once', () => {
    const all = [0, 1, 2].flatMap((fold) => textsOf(splitPhrases(phrases, fold, 3).heldOut))
    expect(all.sort()).toEqual(textsOf(phrases.slice(1, 6)).sort())
  })
})
