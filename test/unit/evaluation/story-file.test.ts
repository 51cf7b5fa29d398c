import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CodedError } from '../../../src/core/errors.js'
import { readStories, readStoryFiles } from '../../../src/evaluation/story-file.js'

/** The faults a text is refused for, a line each. */
function faultsOf(text: string): string[] {
  try {
    readStories(text, 'f.yaml')
  } catch (error) {
    expect(error).toMatchObject({ code: 'story.bad_file', value: 'f.yaml' })
    return (error as CodedError).message.split('\n')
  }
  return []
}

const lines = (...texts: string[]) => texts.join('\n')

describe('readStories', () => {
  test('reads a story whole, each check with its line', () => {
    const text = lines(
      '故事: 挂失',
      '渠道: 微信',
      '时间: 2025-03-05 22:30',
      '坐席: 无人',
      '选定地区: 钦州',
      '对话:',
      '  - 问: 要带什么',
      '    动作: 答复|反问',
      '    问项: 所需材料',
      '    含: [解挂, 挂失 | 临时挂失]',
      '    不含:',
      '      - 0412|0312',
    )
    expect(readStories(text, 'f.yaml')).toEqual([
      {
        name: '挂失',
        file: 'f.yaml',
        line: 1,
        channel: 'wechat',
        now: '2025-03-05T22:30:00+08:00',
        agents: 'none',
        place: '钦州',
        turns: [
          {
            line: 7,
            text: '要带什么',
            checks: [
              { key: '动作', anyOf: ['答复', '反问'], line: 8 },
              { key: '问项', anyOf: ['所需材料'], line: 9 },
              { key: '含', anyOf: ['解挂'], line: 10 },
              { key: '含', anyOf: ['挂失', '临时挂失'], line: 10 },
              { key: '不含', anyOf: ['0412'], line: 12 },
              { key: '不含', anyOf: ['0312'], line: 12 },
            ],
          },
        ],
      },
    ])
  })

  test('without a head: the website on a Wednesday morning, people on duty', () => {
    expect(readStories('故事: x\n对话: [{ 问: 你好 }]', 'f.yaml')).toMatchObject([
      { channel: 'web', now: '2025-03-05T10:00:00+08:00', agents: 'available' },
    ])
  })

  test('takes every value as it is written', () => {
    const [story] = readStories('故事: 1\n对话:\n  - 问: 2\n  - 问:\n  - 问: true', 'f.yaml')
    expect(story).toMatchObject({ name: '1', turns: [{ text: '2' }, { text: '' }, { text: 'true' }] })
  })

  test('changes clock, people and place in mid-way, and knows what else than text may come', () => {
    const [story] = readStories(
      lines(
        '故事: x',
        '对话:',
        '  - 问:',
        '    发来: 图片',
        '    时间: 2025-03-13 09:00',
        '    坐席: 超时',
        '    选定地区: 鞍山',
      ),
      'f.yaml',
    )
    expect(story!.turns).toMatchObject([
      { text: '', media: 'image', now: '2025-03-13T09:00:00+08:00', agents: 'timeout', place: '鞍山' },
    ])
  })

  test('reads several documents and lists of stories, and nothing from nothing', () => {
    const one = '故事: 甲\n对话: [{ 问: 你好 }]'
    const list = '- 故事: 乙\n  对话: [{ 问: 你好 }]\n- 故事: 丙\n  对话: [{ 问: 你好 }]'
    const stories = readStories(`${one}\n---\n${list}\n`, 'f.yaml')
    expect(stories.map(({ name, line }) => [name, line])).toEqual([
      ['甲', 1],
      ['乙', 4],
      ['丙', 6],
    ])
    expect(readStories('', 'f.yaml')).toEqual([])
    expect(readStories('# 只有注释\n', 'f.yaml')).toEqual([])
  })

  test.each([
    ['an unknown key', '故事: x\n话: 1\n对话: [{ 问: 你好 }]', /^f\.yaml:2 不认识“话”；这里可以写：故事、/],
    ['an unknown key of a turn', '故事: x\n对话:\n  - 问: 你好\n    包含: 1', /^f\.yaml:4 不认识“包含”/],
    ['a missing name', '对话: [{ 问: 你好 }]', /^f\.yaml:1 缺少“故事”$/],
    ['a missing message', '故事: x\n对话:\n  - 动作: 答复', /^f\.yaml:3 缺少“问”$/],
    ['no turns', '故事: x\n对话: []', /^f\.yaml:2 “对话”里一句也没有$/],
    ['turns that are no list', '故事: x\n对话: 你好', /^f\.yaml:2 “对话”下面要一句一行/],
    ['an unknown word', '故事: x\n坐席: 谁\n对话: [{ 问: 你好 }]', /^f\.yaml:2 只能写：在岗、无人、超时$/],
    [
      'one unknown of several words',
      '故事: x\n对话:\n  - 问: 好\n    动作: 答复|回',
      /^f\.yaml:4 只能写：答复、/,
    ],
    ['a word of another kind', '故事: x\n渠道: constructor\n对话: [{ 问: 你好 }]', /^f\.yaml:2 只能写：网页/],
    ['an impossible day', '故事: x\n时间: 2025-02-31 10:00\n对话: [{ 问: 你好 }]', /^f\.yaml:2 时间要写成/],
    ['a place that is none', '故事: x\n选定地区: 火星\n对话: [{ 问: 你好 }]', /^f\.yaml:2 不认识这个地名$/],
    [
      'a map for words',
      '故事: x\n对话:\n  - 问: 好\n    含: { a: b }',
      /^f\.yaml:4 这里要写成文字，或用 \[ \]/,
    ],
    ['a Chinese colon', '故事: x\n对话:\n  - 问：你好', /^f\.yaml:3 这里要写成“键: 值”/],
    ['a key twice', '故事: x\n故事: y\n对话: [{ 问: 你好 }]', /^f\.yaml:2 同一个键写了两次$/],
    ['a tab', '故事: x\n对话:\n\t- 问: 你好', /^f\.yaml:3 缩进要用空格，不能用制表符$/],
    ['an open bracket', '故事: x\n对话: [{ 问: 你好 }', /^f\.yaml:2 /],
    ['text that is no story', '你好', /^f\.yaml:1 这里要写成“键: 值”/],
  ])('refuses %s, naming the line', (_, text, fault) => {
    expect(faultsOf(text)[0]).toMatch(fault)
  })

  test('names every fault, not only the first', () => {
    expect(faultsOf('故事: x\n坐席: 谁\n对话:\n  - 动作: 答')).toHaveLength(3)
  })
})

describe('readStoryFiles', () => {
  test('takes the stories directly in a folder, in order', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stories-'))
    for (const name of ['b.yaml', 'a.yml', 'c.txt'])
      writeFileSync(join(folder, name), `故事: ${name}\n对话: [{ 问: 你好 }]`)
    expect(readStoryFiles([folder]).map(({ name }) => name)).toEqual(['a.yml', 'b.yaml'])
  })

  test('a file that is not there is told by its name', () => {
    expect(() => readStoryFiles(['nowhere.yaml'])).toThrow(
      expect.objectContaining({ code: 'story.no_file', value: 'nowhere.yaml' }),
    )
  })
})
