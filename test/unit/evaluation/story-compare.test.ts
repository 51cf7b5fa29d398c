import type { AskReply } from '../../../src/core/ask.js'
import type { PlayedTurn } from '../../../src/evaluation/run-story.js'
import { compareReply } from '../../../src/evaluation/story-compare.js'
import { formatDepartures, formatRuns } from '../../../src/evaluation/story-report.js'
import type { Story } from '../../../src/evaluation/story.js'
import type { CheckKey } from '../../../src/evaluation/story-words.js'

const reply: AskReply = {
  id: '1',
  session: 's',
  action: 'answer',
  text: '15个工作日\n电话 0777-2820916',
  item: { id: '450700.x', title: '失业登记', place: '450700', region: '450700', kind: 'service' },
  field: 'time_limit',
  candidates: [{ id: '450700.x', title: '失业登记' }],
  sources: [],
  confidence: 1,
  kb: 'k',
  ms: 1,
}
const clarified: AskReply = {
  ...reply,
  action: 'clarify',
  item: null,
  field: null,
  candidates: [
    { id: '450700.y', title: '社会保障卡挂失与解挂' },
    { id: '450700.z', title: '社会保障卡补领、换领、换发' },
  ],
}
const check = (key: CheckKey, ...anyOf: string[]) => [{ key, anyOf, line: 3 }]

describe('compareReply', () => {
  test.each<[CheckKey, ...string[]]>([
    ['动作', '反问', '答复'],
    ['事项', '失业登记'],
    ['地方', '钦州'],
    ['地方', '鞍山', '450700'],
    ['问项', '办理时限'],
    ['候选', '失业登记'],
    ['含', '15 个工作日'],
    ['含', '没有', '０７７７'],
    ['不含', '0412'],
  ])('%s %s: holds', (key, ...anyOf) => expect(compareReply(check(key, ...anyOf), reply)).toEqual([]))

  test.each<[CheckKey, string, string]>([
    ['动作', '反问', '答复'],
    ['事项', '就业登记', '失业登记'],
    ['事项', '无', '失业登记'],
    ['地方', '鞍山', '450700'],
    ['问项', '收费', '办理时限'],
    ['候选', '就业登记', '失业登记'],
    ['含', '5个工作日', '没有出现'],
    ['不含', '0777', '出现了'],
  ])('%s %s: departs', (key, value, came) =>
    expect(compareReply(check(key, value), reply)).toEqual([{ line: 3, expected: `${key} ${value}`, came }]),
  )

  test('a question back: no item, its place by what it offers', () => {
    expect(compareReply([...check('事项', '无'), ...check('地方', '钦州')], clarified)).toEqual([])
    expect(compareReply(check('事项', '失业登记'), clarified)).toMatchObject([{ came: '没有答哪个事项' }])
    expect(compareReply(check('问项', '收费'), clarified)).toMatchObject([{ came: '没有认出问项' }])
    expect(compareReply(check('地方', '钦州'), { ...clarified, candidates: [] })).toMatchObject([
      { came: '没有落到哪个地方' },
    ])
  })
})

describe('reports', () => {
  const story: Story = {
    name: '登记',
    file: 'f.yaml',
    line: 1,
    channel: 'web',
    now: '2025-03-05T10:00:00+08:00',
    agents: 'available',
    turns: [{ line: 3, text: '你好', checks: [] }],
  }
  const played = (departures: PlayedTurn['departures'], text = '一行'): PlayedTurn => ({
    turn: story.turns[0]!,
    reply: { ...reply, text },
    departures,
  })
  const departure = { line: 4, expected: '动作 答复', came: '反问' }

  test('a departure shows its line, what was expected, what came, and the reply', () => {
    const run = { story, turns: [played([departure])], whole: false }
    expect(formatDepartures(run)).toBe('  第 1 句“你好”\n    f.yaml:4 应当 动作 答复，实际 反问\n    │ 一行')
  })

  test('a long reply is cut, and said so', () => {
    const turns = [played([departure], Array(20).fill('行').join('\n'))]
    expect(formatDepartures({ story, turns, whole: false })).toMatch(/还有 8 行/)
  })

  test('a run: a line a story and the sum', () => {
    const runs = [
      { story, turns: [played([])], whole: true },
      { story: { ...story, name: '走偏的' }, turns: [played([departure])], whole: false },
    ]
    const report = formatRuns(runs).split('\n')
    expect(report.slice(0, 2)).toEqual(['✓ 登记', '✗ 走偏的（f.yaml:1）'])
    expect(report.at(-1)).toBe('共 2 个故事，走通 1 个，走偏 1 个')
  })
})
