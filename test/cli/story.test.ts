import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { wenban } from './wenban.js'

function write(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'story-')), 'story.yaml')
  writeFileSync(file, text)
  return file
}

describe('story', () => {
  test('a story that goes as written', async () => {
    const { status, stdout, stderr } = await wenban([
      'story',
      write('故事: 招呼\n对话:\n  - 问: 您好\n    动作: 寒暄'),
    ])
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '✓ 招呼\n共 1 个故事，走通 1 个，走偏 0 个\n',
      stderr: '',
    })
  })

  test('one that departs fails, and shows where', async () => {
    const file = write('故事: 招呼\n对话:\n  - 问: 您好\n    动作: 答复')
    const { status, stdout } = await wenban(['story', file])
    expect(status).toBe(1)
    expect(stdout).toContain(`${file}:4 应当 动作 答复，实际 寒暄`)
  })

  test('one that is badly written fails in a line that names file and line', async () => {
    const file = write('故事: 招呼\n对话:\n  - 说: 您好')
    const { status, stdout, stderr } = await wenban(['story', file])
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(`${file}:3 `)
    expect(stderr).toMatch(/^story\.bad_file: /)
  })
})

describe('chat', () => {
  test('talks until /退出, remembers, and forgets at /重来', async () => {
    const input = '失业登记多久办好\n要钱吗\n/帮助\n/重来\n要钱吗\n/退出\n谢谢\n'
    const { status, stdout, stderr } = await wenban(['chat', '--place', '钦州'], input)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^您好.*【钦州市 · 失业登记 · 办理时限】.*【钦州市 · 失业登记 · 收费】/s)
    expect(stdout).toContain('只认识 /重来 和 /退出')
    expect(stdout.split('已从头开始')[1]).not.toMatch(/失业登记|不客气/)
  })

  test('ends with its input', async () => {
    const { status } = await wenban(['chat'], '你好')
    expect(status).toBe(0)
  })

  test.each([
    [['--place', '火星'], /^ask\.unknown_place: /],
    [['--channel', '电报'], /^chat\.unknown_channel: .*网页、微信、电话/],
  ])('%j is refused', async (options, message) => {
    const { status, stdout, stderr } = await wenban(['chat', ...options])
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(message)
  })
})
