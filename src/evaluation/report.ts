import { groupBy } from '../core/group-by.js'
import type { KnowledgeBase } from '../../knowledge/base.js'
import { confusedPairs } from './confusion.js'
import type { Evaluation } from './evaluate.js'
import { claimsOf, figuresOf, FIGURES, noneOf, turnTimes, type FigureName } from './figures.js'
import { bar, percent, table } from './markdown.js'
import { questionShares, type QuestionVerdict } from './questions.js'
import { calibrationError, reliabilityBins } from './reliability.js'
import { topicMistakes } from './topic-mistakes.js'

/** The evaluation as a readable report (Markdown, Chinese). `nameOf` gives a topic's name by its id. */
export function formatReport(
  evaluation: Evaluation,
  knowledge: KnowledgeBase,
  nameOf: (topic: string) => string,
): string {
  const answerable = evaluation.questions.filter(({ row }) => row.answerable)
  return `${[
    '# 评测报告',
    `知识库 ${evaluation.kb}；问题 ${evaluation.questions.length} 条，歧义问题 ${evaluation.ambiguous.length} 条，` +
      `范围外 ${evaluation.outOfScope.length} 条，对话 ${evaluation.dialogs.length} 段。由 \`wenban eval\` 生成。`,
    '## 总表',
    figureTable(evaluation),
    '“答错”指从别的事项作答且没有说到要点；“事项命中（前三）”包括作答的与反问时给出的选项。',
    '## 按说法',
    questionTable('说法', answerable, (verdict) => STYLES[verdict.row.style] ?? verdict.row.style),
    '## 按地区',
    questionTable('地区', answerable, ({ row }) => row.region ?? '（未指明）'),
    '## “指南里没有”',
    noneText(evaluation),
    '## 范围外的话',
    outOfScopeTable(evaluation),
    '## 对话',
    dialogTable(evaluation),
    '## 混淆最多的主题',
    confusionTable(topicMistakes(answerable, knowledge, nameOf)),
    '## 置信度是否可信',
    reliabilityTable(evaluation),
    '## 用时',
    timeText(evaluation),
  ].join('\n\n')}\n`
}

const STYLES: Readonly<Record<string, string>> = {
  colloquial: '口语',
  situation: '讲情况',
  keyword: '关键词',
  formal: '书面',
  typo: '错别字',
  asr: '语音转写',
  elder: '老年人',
  employer: '单位',
  real: '真实来话',
}

function figureTable(evaluation: Evaluation): string {
  const rows = Object.entries(figuresOf(evaluation)).map(([key, value]) => {
    const { name, better } = FIGURES[key as FigureName]
    const direction = { more: '越高越好', less: '越低越好', neither: '' }[better]
    return [name, percent(value), bar(value), direction]
  })
  return table(['指标', '结果', '', ''], rows)
}

function questionTable(
  head: string,
  verdicts: readonly QuestionVerdict[],
  keyOf: (verdict: QuestionVerdict) => string,
): string {
  const groups = [...groupBy(verdicts, keyOf)].sort(([, a], [, b]) => b.length - a.length)
  const rows = [...groups, ['合计', verdicts] as const].map(([name, group]) => {
    const { count, item1, item3, facts, full, wrong, clarified } = questionShares(group)
    return [name, count, ...[item1, item3, facts, full, wrong, clarified].map(percent), bar(full, 10)]
  })
  return table([head, '题数', '事项首位', '前三', '要点', '事项与要点', '答错', '反问', '事项与要点'], rows)
}

function noneText(evaluation: Evaluation): string {
  const { expected, said, precision, recall } = noneOf(evaluation)
  return (
    `单句消息里应当答“没有”的 ${expected} 条，答了“没有”的 ${said} 条：` +
    `准确率 ${percent(precision)}，召回率 ${percent(recall)}。`
  )
}

function outOfScopeTable({ outOfScope }: Evaluation): string {
  const groups = groupBy(outOfScope, ({ expected }) => expected[0]!)
  return table(
    ['应有动作', '条数', '正确', '误答', '实际动作'],
    [...groups].map(([action, verdicts]) => {
      const actual = [...groupBy(verdicts, ({ answer }) => answer.action)]
      return [
        action,
        verdicts.length,
        verdicts.filter(({ right }) => right).length,
        verdicts.filter(({ answer }) => answer.action === 'answer').length,
        actual.map(([name, of]) => `${name} ${of.length}`).join('，'),
      ]
    }),
  )
}

function dialogTable({ dialogs }: Evaluation): string {
  const groups = groupBy(dialogs, ({ row }) => row.channel)
  const channels = table(
    ['渠道', '段数', '整段正确', '轮次', '轮次正确'],
    [...groups].map(([channel, verdicts]) => {
      const turns = verdicts.flatMap((verdict) => verdict.turns).filter(({ soft }) => !soft)
      const right = turns.filter(({ faults }) => faults.length === 0)
      return [
        channel,
        verdicts.length,
        verdicts.filter(({ whole }) => whole).length,
        turns.length,
        right.length,
      ]
    }),
  )
  const faults = dialogs.flatMap(({ row, turns }) =>
    turns
      .filter((turn) => turn.faults.length > 0)
      .map(({ said, faults: of, soft }) => [row.id, said.slice(0, 30), of.join('；'), soft ? '软性' : '']),
  )
  return faults.length === 0 ? channels : `${channels}\n\n${table(['对话', '来话', '问题', ''], faults)}`
}

function confusionTable(mistakes: Parameters<typeof confusedPairs>[0]): string {
  if (mistakes.length === 0) return '没有混淆。'
  const rows = confusedPairs(mistakes).map(({ meant, taken, count, examples }) => [
    meant,
    taken,
    count,
    examples[0]!.slice(0, 40),
  ])
  return table(['本意', '答成', '次数', '例'], rows)
}

function reliabilityTable(evaluation: Evaluation): string {
  const bins = reliabilityBins(claimsOf(evaluation))
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const rows = bins.map(({ from, to, count, right, meanConfidence, shareRight }) => [
    `${from.toFixed(1)}–${to.toFixed(1)}`,
    count,
    right,
    percent(meanConfidence),
    percent(shareRight),
    bar(shareRight, 10),
    bar(count / most, 20),
  ])
  return [
    `作答的单句按置信度分十档；置信度可信时，“平均置信度”与“答对比例”应当接近。校准误差 ${percent(calibrationError(bins))}。`,
    table(['置信度', '条数', '答对', '平均置信度', '答对比例', '答对比例', '条数分布'], rows),
  ].join('\n\n')
}

function timeText(evaluation: Evaluation): string {
  const { turns, p50, p99 } = turnTimes(evaluation)
  return `${turns} 轮：一半在 ${p50.toFixed(1)} ms 以内，99% 在 ${p99.toFixed(1)} ms 以内（含首轮预热，机器忙时偏大）。`
}
