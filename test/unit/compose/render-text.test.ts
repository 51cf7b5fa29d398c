import { renderText, type Block } from '../../../src/core/reply.js'

test('each kind of block has its plain form, in the order given', () => {
  const blocks: readonly Block[] = [
    { type: 'title', text: '钦州市 · 失业登记' },
    { type: 'text', text: '1. 看条件' },
    { type: 'section', title: '办理条件', lines: ['劳动年龄内。', '处于无业状态。'] },
    {
      type: 'checklist',
      title: '所需材料',
      items: [
        { text: '附件材料：', box: false },
        { text: '身份证', box: true },
      ],
    },
    { type: 'notice', text: '可能已过期' },
    { type: 'choices', choices: [choice('失业登记'), choice('都不是')] },
    { type: 'source', text: '来源：《指南》第1–2行。' },
  ]
  expect(renderText(blocks)).toBe(
    [
      '【钦州市 · 失业登记】',
      '1. 看条件',
      '办理条件',
      '   劳动年龄内。',
      '   处于无业状态。',
      '所需材料',
      '   附件材料：',
      '   □ 身份证',
      '※ 可能已过期',
      '1. 失业登记',
      '2. 都不是',
      '——',
      '来源：《指南》第1–2行。',
    ].join('\n'),
  )
})

test('nothing to say is no text', () => expect(renderText([])).toBe(''))

test('a text is given as it stands', () => {
  const text = '<b>不是标记</b> {place} $1 \\n'
  expect(renderText([{ type: 'text', text }])).toBe(text)
})

function choice(label: string) {
  return { value: label, label }
}
