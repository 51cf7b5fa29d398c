import { speak } from '../../../src/dialogue/speak.js'
import { essenceFirst } from '../../../src/dialogue/essence.js'
import { bytesOf } from '../../../src/dialogue/pieces.js'
import { renderText, type Block } from '../../../src/core/reply.js'

const answer: readonly Block[] = [
  { type: 'title', text: '鞍山市 · 失业登记' },
  { type: 'section', title: '时间', lines: ['周一至周五8:30-12:00'] },
  {
    type: 'checklist',
    title: '材料',
    items: ['身份证2份', '社保卡', '合同', '照片'].map((text) => ({ text, box: true })),
  },
  { type: 'notice', text: '请先致电0412-5580303' },
  { type: 'source', text: '来源：《指南》第12–15行。\n以上内容只适用于鞍山市。' },
]

test('a reply is read aloud: figures in words, notes before a long list, no line numbers', () => {
  const text = speak(answer)
  expect(text).toContain('上午八点半到中午十二点')
  expect(text).toContain('请您记一下：\n材料')
  expect(text).toContain('身份证两份')
  expect(text).toContain('以上内容只适用于鞍山市')
  expect(text).not.toMatch(/\d|来源|□|【/u)
  expect(speak([])).toBe('')
})

test('an answer that fits is said whole', () => {
  expect(essenceFirst(answer, 'wechat')).toEqual({ shown: answer, rest: [] })
})

test('a long answer begins with the essence and offers the rest by name; warnings and source stay', () => {
  const long: readonly Block[] = [
    ...answer.slice(0, 3),
    { type: 'section', title: '办理流程：', lines: ['一步一步来。'.repeat(100)] },
    { type: 'section', title: '收费', lines: ['不收费'] },
    ...answer.slice(3),
  ]
  const { shown, rest } = essenceFirst(long, 'wechat', 900)
  const text = renderText(shown)
  expect(bytesOf(text)).toBeLessThanOrEqual(900)
  expect(text).toContain('身份证2份')
  expect(text).toContain('办理流程、收费')
  expect(text).toContain('请先致电')
  expect(text).toContain('只适用于鞍山市')
  expect(rest.map((block) => 'title' in block && block.title)).toEqual(['办理流程：', '收费'])
})

test('a first part longer than a message is still said, so that every turn gets on', () => {
  const long: readonly Block[] = [
    { type: 'title', text: '题' },
    { type: 'text', text: '长'.repeat(2000) },
    { type: 'text', text: '尾' },
  ]
  const { shown, rest } = essenceFirst(long, 'wechat')
  expect(renderText(shown)).toContain('长长')
  expect(rest).toHaveLength(1)
})
