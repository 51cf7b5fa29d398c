/**
 * `npm run bench:match`: this matcher and the ready-made ones on the development questions, each in a process of its
 * own. Writes docs/BENCHMARKS.md; `--only NAME` measures one and prints it. Needs ../shared/eval and `npm run build`.
 */
import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { packageRoot } from '../src/core/package-root.js'
import { percent, table } from '../src/evaluation/markdown.js'
import type { Contestant } from './match/contestant.js'
import { measure, type Measured } from './match/measure.js'

/** Each loads its own package, so that no memory is counted twice. */
const CONTESTANTS: Readonly<Record<string, () => Promise<Contestant>>> = {
  wenban: async () => (await import('./match/wenban.js')).wenban(),
  bm25: async () => (await import('./match/bm25.js')).bm25(false),
  'bm25+': async () => (await import('./match/bm25.js')).bm25(true),
  minisearch: async () => (await import('./match/minisearch.js')).minisearch(false),
  'minisearch+': async () => (await import('./match/minisearch.js')).minisearch(true),
  orama: async () => (await import('./match/orama.js')).orama(false),
  'orama+': async () => (await import('./match/orama.js')).orama(true),
  'node-nlp': async () => (await import('./match/node-nlp.js')).nodeNlp(false),
  'node-nlp+': async () => (await import('./match/node-nlp.js')).nodeNlp(true),
  bayes: async () => (await import('./match/natural.js')).naturalBayes(false),
  'bayes+': async () => (await import('./match/natural.js')).naturalBayes(true),
  tfidf: async () => (await import('./match/natural.js')).naturalTfIdf(false),
  'tfidf+': async () => (await import('./match/natural.js')).naturalTfIdf(true),
  fuse: async () => (await import('./match/fuse.js')).fuse(false),
  'fuse+': async () => (await import('./match/fuse.js')).fuse(true),
}

/** A matcher that takes longer is reported as such. */
const MOST_MINUTES = 5

const { values } = parseArgs({ options: { only: { type: 'string' } } })
if (values.only) {
  const measured = await measure(await CONTESTANTS[values.only]!())
  if (process.send) process.send(measured)
  else console.log(measured)
} else {
  const results: (Measured | string)[] = []
  for (const name of Object.keys(CONTESTANTS)) {
    const result = await measureApart(name)
    console.log(name, result)
    results.push(result)
  }
  mkdirSync(join(packageRoot, 'docs'), { recursive: true })
  writeFileSync(join(packageRoot, 'docs/BENCHMARKS.md'), formatResults(results))
}

function measureApart(name: string): Promise<Measured | string> {
  return new Promise((done) => {
    const child = fork(fileURLToPath(import.meta.url), ['--only', name], {
      execArgv: [...process.execArgv, '--expose-gc'],
    })
    const limit = setTimeout(() => child.kill('SIGKILL'), MOST_MINUTES * 60_000)
    let result: Measured | string = `\`${name}\` 没有在 ${MOST_MINUTES} 分钟内跑完（“+”是另给说法）。`
    child.once('message', (message) => (result = message as Measured))
    child.once('exit', () => {
      clearTimeout(limit)
      done(result)
    })
  })
}

function formatResults(results: readonly (Measured | string)[]): string {
  const measured = results.filter((result) => typeof result !== 'string')
  const failed = results.filter((result) => typeof result === 'string')
  const rows = measured.map((of) => [
    of.name,
    of.withWordings ? '有' : '无',
    percent(of.item1),
    percent(of.item3),
    `${of.p50.toFixed(2)} ms`,
    `${of.p99.toFixed(2)} ms`,
    `${of.buildSeconds.toFixed(1)} s`,
    of.megabytes < 1 ? '不足 1 MB' : `${of.megabytes.toFixed(0)} MB`,
  ])
  const date = new Date().toISOString().slice(0, 10)
  const machine = `${cpus().length} × ${cpus()[0]!.model.trim()}，内存 ${Math.round(totalmem() / 2 ** 30)} GB，Node.js ${process.version}`
  return `${[
    '# 与现成匹配器的比较',
    `\`npm run bench:match\`，${date}，${machine}。开发集 ${measured[0]?.questions ?? 0} 问，只在问题所在地的条目里找；` +
      '各家拿到的条目相同（标题与说明性字段），“说法”指是否另外给了 intents/data/wordings 里的日常说法。',
    table(['匹配器', '说法', '首位', '前三', 'p50', 'p99', '建立', '内存'], rows),
    '首位、前三只看匹配，不反问、不判“没有”；产品整体的指标见 `wenban eval`。' +
      '“建立”是五个地方全部可查所需的时间（问办的训练在构建时完成，这里是载入）；“内存”是常驻内存的增量。时间随机器忙闲浮动。',
    ...failed,
  ].join('\n\n')}\n`
}
