import type { LineUse } from './contract.js'
import type { Row } from './qinzhou-items.js'

/**
 * The rows of 办理流程 that tell the steps; `uses` gets the others. Nearly all flow charts are pictures: what stands
 * beside them is their column heads ("线上办理    线下办理"), arrows' words ("（通过）") or garbled OCR. Only where at
 * least two lines name a step (7 items) can the text be read as a process.
 */
export function pickFlowText(rows: readonly Row[], uses: LineUse[]): Row[] {
  const chinese = rows.filter((row) => /\p{Script=Han}/u.test(row.text))
  const told = chinese.filter((row) => STEP.test(row.text)).length >= 2
  for (const row of rows) {
    if (!chinese.includes(row)) uses.push({ line: row.line, omitted: 'picture' })
    else if (!told) uses.push({ line: row.line, omitted: 'flow_chart' })
  }
  return told ? chinese : []
}

/** The two heads when the flow's rows are two columns side by side, wide gaps between them; otherwise undefined. */
export function splitColumns(rows: readonly Row[]): readonly [string, string] | undefined {
  const [left, right, ...rest] = rows[0]?.text.split(GAP) ?? []
  return left && right && rest.length === 0 ? [left, right] : undefined
}

const STEP = /受理|接收|录入|初审|复核|审核|核定|裁决|结果反馈/
const GAP = /\s{4,}/
