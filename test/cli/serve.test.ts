import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { startWenban, wenban } from './wenban.js'

test('a wrong setting stops the start with one line that names it', async () => {
  const { status, stdout, stderr } = await wenban(['serve'], '', { PORT: 'abc' })
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^settings\.invalid: 设置有误 · invalid setting: PORT="abc" .+\n$/)
})

test('a server says where it is, answers, and stops when told to', async () => {
  const child = startWenban(['serve'], { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info' })
  try {
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    const { port, msg } = JSON.parse(line) as { port: number; msg: string }
    expect(msg).toContain(`http://localhost:${port}`)
    const response = await fetch(`http://127.0.0.1:${port}/readyz`)
    expect(await response.json()).toMatchObject({ status: 'ready', entries: 801 })
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  } finally {
    child.kill('SIGKILL')
  }
})
