import { checklistOf, needsNothing } from '../../../src/dialogue/compose/checklist.js'

/** A checklist as text: "□" before a thing to bring, "  " before words. */
const draw = (lines: readonly string[]) =>
  checklistOf(lines).map(({ text, box }) => `${box ? '□' : ' '} ${text}`)

describe('a checklist', () => {
  test('no word is lost or changed', () => {
    const lines = ['1.身份证；', '  （2）户口簿', '注：均需原件', '', '附件材料：']
    expect(checklistOf(lines).map(({ text }) => text)).toEqual(lines)
  })
  test.each(['1.', '1、', '（1）', '(1)', '（一）', '①', 'a)', '-'])(
    '"%s" begins a thing to bring',
    (mark) => {
      expect(draw([`${mark}身份证`, '本人到场'])).toEqual([`□ ${mark}身份证`, '  本人到场'])
    },
  )
  test('without numbers every short line is one', () => {
    expect(draw(['本人社会保障卡或居民身份证。', '失业登记表'])).toEqual([
      '□ 本人社会保障卡或居民身份证。',
      '□ 失业登记表',
    ])
  })
  test('headings and notes are words between them', () => {
    expect(draw(['附件材料：', '1.身份证', '注：核原件', '温馨提示：请提前准备', '2.户口簿'])).toEqual([
      '  附件材料：',
      '□ 1.身份证',
      '  注：核原件',
      '  温馨提示：请提前准备',
      '□ 2.户口簿',
    ])
  })
  test('a numbered heading is no thing to bring, nor do its numbers count', () => {
    expect(draw(['1.个人办理的：', '身份证', '2.单位办理的：', '营业执照'])).toEqual([
      '  1.个人办理的：',
      '□ 身份证',
      '  2.单位办理的：',
      '□ 营业执照',
    ])
  })
  test('a paragraph is read, not ticked', () => {
    const paragraph = '符合条件的人员'.repeat(12)
    expect(draw([paragraph, '身份证'])).toEqual([`  ${paragraph}`, '□ 身份证'])
  })
  test('nothing gives nothing', () => expect(draw([])).toEqual([]))
})

describe('nothing has to be brought', () => {
  test.each(['无', '无。', '无需材料', '无需提供材料。', '不需提交材料', '免提交材料', ' 无 '])(
    '%s',
    (text) => {
      expect(needsNothing(text)).toBe(true)
    },
  )
  test.each(['无犯罪记录证明', '身份证', '', '1.无', '无劳动能力的，提供鉴定结论。', '免冠照片1张'])(
    'but not: "%s"',
    (text) => expect(needsNothing(text)).toBe(false),
  )
})
