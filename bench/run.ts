/**
 * `npm run bench`: start to ready, time of a turn, memory in use; `--check` ends with 1 above the limits. A measurement
 * of this machine as busy as it is, not a test. Needs `npm run build`; the server measured is the built one.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { packageRoot } from '../src/core/package-root.js'
import { ask } from '../src/dialogue/ask.js'
import { table } from '../src/evaluation/markdown.js'
import { percentile } from '../src/evaluation/shares.js'
import { openTools } from '../src/server/open-tools.js'
import { memoryOf } from './process-memory.js'
import { readAsked, type Asked } from './questions.js'

const LIMITS = { readySeconds: 1.5, p50: 1, p99: 5, megabytes: 350 } as const
const STARTS = 3
const TURNS = 1000
/** Turns before the clock runs: a server's first minute is not its day. */
const WARM_UP = 300

const tools = openTools()
const asked = readAsked(tools.knowledge)
const turn = timeTurns(asked)
const server = await measureServer(asked)
const rows: [name: string, value: number, limit: number, unit: string][] = [
  [`启动到就绪（${STARTS} 次取中）`, server.readySeconds, LIMITS.readySeconds, 's'],
  ['一轮 p50', turn.p50, LIMITS.p50, 'ms'],
  ['一轮 p99', turn.p99, LIMITS.p99, 'ms'],
  ['就绪时常驻内存', server.megabytesAtStart, LIMITS.megabytes, 'MB'],
  [`${TURNS} 轮后常驻内存`, server.megabytes, LIMITS.megabytes, 'MB'],
]
console.log(
  table(
    ['项目', '结果', '上限'],
    rows.map(([name, value, limit, unit]) => [name, `${value.toFixed(2)} ${unit}`, `${limit} ${unit}`]),
  ),
)
const above = rows.filter(([, value, limit]) => value > limit)
if (process.argv.includes('--check') && above.length > 0) {
  for (const [name] of above) console.error(`超过上限：${name}`)
  process.exitCode = 1
}

function timeTurns(questions: readonly Asked[]): { p50: number; p99: number } {
  const times: number[] = []
  for (let i = 0; i < WARM_UP + TURNS; i++) {
    const { text, region } = questions[i % questions.length]!
    const started = performance.now()
    ask(tools, { text, place: region }, 'bench')
    if (i >= WARM_UP) times.push(performance.now() - started)
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

async function measureServer(questions: readonly Asked[]) {
  const ready: number[] = []
  for (let i = 1; i < STARTS; i++) {
    const { child, seconds } = await startServer()
    ready.push(seconds)
    await stop(child)
  }
  const { child, seconds, url } = await startServer()
  ready.push(seconds)
  const megabytesAtStart = memoryOf(child.pid!) / 1e6
  for (let i = 0; i < TURNS; i++) {
    const { text, region } = questions[i % questions.length]!
    const response = await fetch(`${url}/api/v1/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, place: region }),
    })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    await response.arrayBuffer()
  }
  const megabytes = memoryOf(child.pid!) / 1e6
  await stop(child)
  return { readySeconds: percentile(ready, 0.5), megabytesAtStart, megabytes }
}

/** Starts the built server on a free port and waits until it says that it is ready. */
async function startServer(): Promise<{ child: ChildProcess; seconds: number; url: string }> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, [join(packageRoot, 'dist/src/cli/main.js'), 'serve'], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`)
    await new Promise((done) => setTimeout(done, 5))
  }
  return { child, seconds: (performance.now() - started) / 1000, url }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/readyz`)
    return response.ok
  } catch {
    return false
  }
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })
}
