import { wenban } from './wenban.js'

test('a question is answered for a person to read, its source under it', async () => {
  const { status, stdout, stderr } = await wenban(['ask', '--place', '钦州', '失业登记', '怎么办'])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout.indexOf('失业登记')).toBeGreaterThanOrEqual(0)
  const source = stdout.indexOf('来源：《钦州市')
  expect(source).toBeGreaterThan(stdout.indexOf('所需材料'))
  expect(stdout.slice(source)).toMatch(/第3438–\d+行/)
})

test('a place that is none is told in one line, and fails', async () => {
  const { status, stdout, stderr } = await wenban(['ask', '--place', '火星', '失业登记'])
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^ask\.unknown_place: .*火星\n$/)
})

test('a command that is none fails, with the one that may be meant', async () => {
  const { status, stderr } = await wenban(['aks'])
  expect(status).toBe(1)
  expect(stderr).toContain('Did you mean ask?')
})
