import { pointLines, readOutline, type Point } from './outline.js'

/**
 * Cuts a process text into its steps: points as they are numbered, a lead-in together with the list it announces, a
 * stage's title ("6.2 受理") with the stage's first step, an unnumbered paragraph by sentence. Steps are the source's
 * words with its line breaks. Mere pointers ("流程图见附录 A。") and "无。" are no steps.
 */
export function readSteps(text: string): string[] {
  return readOutline(text)
    .flatMap((point) => stepsOf(point))
    .filter((step) => !IDLE.test(step))
}

const IDLE = /^(?:[\d.]*\s*)?(?:流程图[\s\S]{0,40}|.{0,8}见附(?:录|件|图).{0,12}|无。?|无\s*|[\s。；]*)$/
const ARROWS = /[—→\u2013\u2014-]{1,2}>?|➔|⟶/

function stepsOf(point: Point): string[] {
  if (/^流程图/.test(point.text)) return []
  if (point.rows) return pointLines(point)
  const text = point.text.trim()
  if (!point.children.length) return point.kind === 'plain' ? sentences(text) : text ? [text] : []
  const listed = point.children.every((child) => !child.children.length && child.kind !== 'plain')
  if (/[：:]$/.test(text) && listed) return [[text, ...point.children.flatMap(pointLines)].join('\n')]
  const inner = inOrder(point.children)
  if (!text) return inner
  const title = text.length <= 20 && !/[。；;：:]$/.test(text)
  if (!title) return [text, ...inner]
  const [first, ...rest] = inner.filter((step) => !IDLE.test(step))
  return first === undefined ? [] : [`${text}\n${first}`, ...rest]
}

// "按以下情况分别处理：" in an unnumbered paragraph announces the list that follows it.
function inOrder(points: readonly Point[]): string[] {
  const steps: string[] = []
  let announcing = false
  for (const point of points) {
    const own = stepsOf(point)
    const leaf = !point.children.length && point.kind !== 'plain' && point.kind !== 'note'
    if (announcing && leaf && steps.length) steps.push([steps.pop(), ...pointLines(point)].join('\n'))
    else steps.push(...own)
    announcing = (announcing && leaf) || (/[：:]$/.test(point.text) && !point.children.length)
  }
  return steps
}

function sentences(text: string): string[] {
  const words = text.trim()
  if (words.length <= 60 && !/[，,；;：:]/.test(words) && ARROWS.test(words)) {
    const stages = words
      .replace(/[。；;]+$/, '')
      .split(ARROWS)
      .map((stage) => stage.trim())
      .filter(Boolean)
    if (stages.length > 1 && stages.every((stage) => stage.length <= 20)) return stages
  }
  return (words.match(/[^。]+。?/g) ?? []).map((sentence) => sentence.trim()).filter(Boolean)
}
