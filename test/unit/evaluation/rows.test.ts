import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEvaluationRows } from '../../../src/evaluation/rows.js'

describe('readEvaluationRows', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'wenban-eval-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  test('absent files are empty lists, absent values have their defaults', () => {
    writeFileSync(join(folder, 'dialogs.jsonl'), '{"id":"d","channel":"web","turns":[{"user":"你好"}]}\n\n')
    const rows = readEvaluationRows(folder)
    expect(rows.questions).toEqual([])
    expect(rows.dialogs).toMatchObject([{ now: '2025-03-05T10:00:00+08:00', agents: 'available' }])
  })

  test('a folder without rows is an error', () => {
    expect(() => readEvaluationRows(folder)).toThrow(expect.objectContaining({ code: 'eval.no_rows' }))
  })

  test.each(['{"id":"a"}', '{"id":'])('%s is told with its file and line', (line) => {
    writeFileSync(join(folder, 'oos.jsonl'), `\n${line}\n`)
    expect(() => readEvaluationRows(folder)).toThrow(
      expect.objectContaining({ code: 'eval.bad_row', message: expect.stringMatching(/^oos\.jsonl:2 /) }),
    )
  })
})
