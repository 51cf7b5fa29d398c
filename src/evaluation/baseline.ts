import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { CodedError } from '../core/errors.js'
import { FIGURES, type FigureName, type Figures } from './figures.js'

/** Figure → the least (or, where less is better, the most) it may be; shares from 0 to 1. */
export const Baseline = z.record(
  z.string(),
  z.union([z.object({ least: z.number() }), z.object({ most: z.number() })]),
)
export type Baseline = z.infer<typeof Baseline>

/** What the figures of a run are held to from now on; rounded so that the same run always passes. */
export function baselineOf(figures: Figures): Baseline {
  const limits: Baseline = {}
  for (const [name, value] of Object.entries(figures)) {
    const { better } = FIGURES[name as FigureName]
    if (better === 'more') limits[name] = { least: Math.floor(value * 10_000) / 10_000 }
    if (better === 'less') limits[name] = { most: Math.ceil(value * 10_000) / 10_000 }
  }
  return limits
}

/** One line in Chinese for every limit that is not kept; a limit whose figure was not measured is not kept. */
export function undercuts(baseline: Baseline, figures: Figures): string[] {
  return Object.entries(baseline).flatMap(([key, limit]) => {
    const value = figures[key as FigureName]
    const name = key in FIGURES ? FIGURES[key as FigureName].name : '未知指标'
    if (value === undefined) return [`${key} ${name}：这次没有测到`]
    if ('least' in limit)
      return value < limit.least
        ? [`${key} ${name}：${percent(value)}，低于基线 ${percent(limit.least)}`]
        : []
    return value > limit.most ? [`${key} ${name}：${percent(value)}，高于基线 ${percent(limit.most)}`] : []
  })
}

/** Throws `eval.no_baseline`, `eval.bad_baseline`. */
export function readBaseline(file: string): Baseline {
  if (!existsSync(file))
    throw new CodedError('eval.no_baseline', `没有这个基线文件 · no such baseline: ${file}`, file)
  try {
    return Baseline.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new CodedError('eval.bad_baseline', `基线文件不合格式 · malformed baseline: ${file}`, file)
  }
}

export function writeBaseline(file: string, baseline: Baseline): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(baseline, null, 2)}\n`)
}

const percent = (value: number): string => `${(100 * value).toFixed(2)}%`
