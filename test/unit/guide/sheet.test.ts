import { renderText } from '../../../src/core/reply.js'
import { planGuide } from '../../../src/dialogue/guide/plan.js'
import { checklistFor, sheetBlocks, sheetText } from '../../../src/dialogue/guide/sheet.js'
import { renderSheetPage } from '../../../src/server/sheet-page.js'
import { entryWith, knowledge } from './knowledge.js'

const now = new Date('2025-03-05T02:00:00Z')
const sheetOf = (entry = knowledge.get('450700.unemployment-benefit')!, answers = {}) =>
  checklistFor(knowledge, entry, planGuide(entry)!, answers, now)

describe('the task sheet', () => {
  test('says what, where, when, whom to ask, from where and of which day', () => {
    const text = sheetText(sheetOf(undefined, { channel: '窗口', m0: '1' }))
    expect(text).toContain('【办事清单：失业保险金申领】')
    expect(text).toContain('适用地方：钦州市')
    expect(text).toContain('□ 武装部出具的退伍证明或《军人视同缴费证明》')
    expect(text).not.toContain('人事档案')
    expect(text).toMatch(/《钦州市人社服务办事指南》.*第\d+–\d+行/)
    expect(text).toContain('整理日期：2025年3月5日')
  })
  test('the way chosen decides the list', () =>
    expect(sheetText(sheetOf(undefined, { channel: '掌上' }))).toContain('微信和手机APP办理：无需材料'))
  test('nothing needed is said, and nothing written is said as well', () => {
    const none = entryWith({ fields: { materials: '无', channels: '窗口' } })
    expect(sheetText(sheetOf(none))).toContain('不需要提交材料（原文：无）')
    expect(sheetText(sheetOf(entryWith({ fields: { channels: '窗口' } })))).toContain('指南未写明')
  })
  test('where no phone is given, 12333 is', () =>
    expect(sheetText(sheetOf(entryWith({ fields: { channels: '窗口' } })))).toContain('12333'))
  test('as blocks it says the same', () => {
    const sheet = sheetOf()
    const words = (text: string) => text.replace(/[\s—]+/gu, '')
    expect(words(renderText(sheetBlocks(sheet)))).toBe(words(sheetText(sheet)))
  })
})

describe('the page to print', () => {
  const evil = entryWith({
    title: '<script>alert(1)</script>',
    place_name: '钦州"市\'',
    fields: { materials: '1.身份证<img src=x onerror=alert(1)>\n2.户口簿 & 照片', channels: '窗口' },
  })
  test('escapes every text and has no script', () => {
    const page = renderSheetPage(sheetOf(evil))
    expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>/u)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).toContain('户口簿 &amp; 照片')
    expect(page).not.toMatch(/<[^>]*\b(?:src|href)=/u)
  })
  test('is for A4 and has boxes to tick', () => {
    const page = renderSheetPage(sheetOf(knowledge.get('450700.injury-rehabilitation')))
    expect(page).toContain('size: A4')
    expect(page).toContain('<li class="box"><span aria-hidden="true">□</span> ')
    expect(page).toContain('lang="zh-CN"')
  })
})
