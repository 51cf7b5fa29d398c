import type { Evaluation } from './evaluate.js'
import { figuresOf, noneOf, turnTimes } from './figures.js'
import { percent } from './markdown.js'
import { questionShares } from './questions.js'

/** The figures of an evaluation in a few lines for the terminal. */
export function formatSummary(evaluation: Evaluation): string {
  const { questions, ambiguous, outOfScope, dialogs } = evaluation
  const figures = figuresOf(evaluation)
  const asked = questionShares(questions.filter(({ row }) => row.answerable))
  const none = noneOf(evaluation)
  const times = turnTimes(evaluation)
  return [
    `问题 ${asked.count}：事项首位 ${percent(asked.item1)}，前三 ${percent(asked.item3)}，要点 ${percent(asked.facts)}，` +
      `事项与要点 ${percent(asked.full)}，答错 ${percent(asked.wrong)}，反问 ${percent(asked.clarified)}`,
    `“指南里没有”：应答没有 ${none.expected}，答了没有 ${none.said}，准确率 ${percent(none.precision)}，召回率 ${percent(none.recall)}`,
    `歧义问题 ${ambiguous.length}：反问 ${percent(figures['ambiguous.asked_back'])}，至少两个正确选项 ${percent(figures['ambiguous.two_right'])}`,
    `范围外 ${outOfScope.length}：误答 ${percent(figures['oos.false_answers'])}，动作正确 ${percent(figures['oos.right_action'])}`,
    `对话 ${dialogs.length}：轮次正确 ${percent(figures['dialogs.turns'])}，整段正确 ${percent(figures['dialogs.whole'])}`,
    `置信度校准误差 ${percent(figures['confidence.calibration_error'])}；每轮耗时 p50 ${times.p50.toFixed(1)} ms，p99 ${times.p99.toFixed(1)} ms（${times.turns} 轮）`,
  ].join('\n')
}
