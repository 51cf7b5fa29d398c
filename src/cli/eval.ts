import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readTopics } from '../../intents/catalogue.js'
import { CodedError } from '../core/errors.js'
import { baselineOf, readBaseline, undercuts, writeBaseline } from '../evaluation/baseline.js'
import { evaluate } from '../evaluation/evaluate.js'
import { listFailures } from '../evaluation/failures.js'
import { figuresOf } from '../evaluation/figures.js'
import { formatReport } from '../evaluation/report.js'
import { readEvaluationRows } from '../evaluation/rows.js'
import { formatSummary } from '../evaluation/summary.js'
import { openTools } from '../server/open-tools.js'

/** Where an evaluation leaves its results, and what it is held to; all are files. */
export interface EvalOptions {
  readonly report?: string
  readonly errors?: string
  readonly baseline?: string
  readonly writeBaseline?: boolean
}

/** `wenban eval DIR`: 1 when a figure of the baseline is undercut. Throws `eval.*` on files that do not fit. */
export function runEval(folder: string, options: EvalOptions): number {
  const { report, errors, baseline } = options
  if (options.writeBaseline && !baseline)
    throw new CodedError(
      'eval.no_baseline_file',
      '请用 --baseline 指明写到哪个文件 · --write-baseline needs --baseline FILE',
    )
  const rows = readEvaluationRows(folder)
  const tools = openTools()
  const evaluation = evaluate(tools, rows)
  console.log(formatSummary(evaluation))

  if (errors)
    writeText(
      errors,
      listFailures(evaluation)
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    )
  if (report) {
    const names = new Map(readTopics().map(({ id, name }) => [id, name]))
    writeText(
      report,
      formatReport(evaluation, tools.knowledge, (topic) => names.get(topic) ?? topic),
    )
  }
  if (!baseline) return 0
  const figures = figuresOf(evaluation)
  if (options.writeBaseline) {
    writeBaseline(baseline, baselineOf(figures))
    return 0
  }
  const lines = undercuts(readBaseline(baseline), figures)
  for (const line of lines) console.error(line)
  return lines.length > 0 ? 1 : 0
}

function writeText(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
