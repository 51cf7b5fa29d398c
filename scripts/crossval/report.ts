import type { MatcherJson } from '../../intents/matcher.js'
import { normalizePlace } from '../../intents/places/index.js'
import { groupBy } from '../../src/core/group-by.js'
import { confusedPairs } from '../../src/evaluation/confusion.js'
import { bar, percent, table } from '../../src/evaluation/markdown.js'
import { shareOf } from '../../src/evaluation/shares.js'
import type { Trial } from './held-out.js'

/** How the measurement was made. */
export interface Design {
  readonly folds: number
  readonly of: number
  /** All phrases, those always trained on included. */
  readonly phrases: number
}

/** The measurement as a report (Markdown, Chinese). */
export function formatCrossval(trials: readonly Trial[], compiled: MatcherJson, design: Design): string {
  const names = new Map([...compiled.topics, ...compiled.elsewhere].map(({ id, name }) => [id, name]))
  const nameOf = (id: string | undefined) => (id === undefined ? '（无）' : (names.get(id) ?? id))
  const nation = trials.filter(({ how }) => how === 'nation')
  const topics = nation.filter(({ meant }) => compiled.topics.some(({ id }) => id === meant))
  const inPlace = trials.filter(({ how }) => how !== 'nation')
  const byTopic = [...groupBy(topics, ({ meant }) => meant)]
    .map(([id, of]) => ({ id, of, top1: shareOf(of, isFirst)! }))
    .sort((a, b) => a.top1 - b.top1)
  return `${[
    '# 说法留出检验',
    `共 ${design.phrases} 条说法；官方名称与歧义说法始终参与训练，其余每个主题留出 1/${design.of}，用其他的训练，再问留出的，` +
      `共测 ${design.folds} 份（${nation.length} 句）。由 \`npm run crossval\` 生成。`,
    '“全国”：在全部主题与“不在指南内的事”中找；“各地”：在每个有此主题（或有主题可完全代办）的地方、用当地条目找。',
    '## 总表',
    table(
      ['范围', '次数', '首位正确', '前三正确', '首位正确'],
      [
        row('全国，主题', topics),
        row(
          '全国，不在指南内的事',
          nation.filter((trial) => !topics.includes(trial)),
        ),
        row('全国，合计', nation),
        row(
          '各地，当地有此主题',
          inPlace.filter(({ how }) => how === 'here'),
        ),
        row(
          '各地，由其他主题代办',
          inPlace.filter(({ how }) => how === 'served'),
        ),
        ...[...groupBy(inPlace, ({ region }) => region)].map(([region, of]) =>
          row(`其中 ${placeName(region)}`, of),
        ),
      ],
    ),
    '## 混淆最多的主题（各地）',
    pairTable(inPlace, nameOf),
    '## 混淆最多的主题（全国）',
    pairTable(nation, nameOf),
    '## 首位正确率最低的主题（全国）',
    table(
      ['主题', '句数', '首位正确', '前三正确'],
      byTopic
        .filter(({ of }) => of.length >= 3)
        .slice(0, 30)
        .map(({ id, of, top1 }) => [
          nameOf(id),
          of.length,
          percent(top1),
          percent(shareOf(of, isAmongThree)),
        ]),
    ),
  ].join('\n\n')}\n`
}

function placeName(region: string): string {
  const place = normalizePlace(region)
  return place.kind === 'served' ? place.name : region
}

const isFirst = ({ right, found }: Trial): boolean => found[0] !== undefined && right.includes(found[0])
const isAmongThree = ({ right, found }: Trial): boolean =>
  found.slice(0, 3).some((topic) => right.includes(topic))

function row(name: string, trials: readonly Trial[]): (string | number)[] {
  const top1 = shareOf(trials, isFirst)
  return [name, trials.length, percent(top1), percent(shareOf(trials, isAmongThree)), bar(top1)]
}

function pairTable(trials: readonly Trial[], nameOf: (id: string | undefined) => string): string {
  const mistakes = trials
    .filter((trial) => !isFirst(trial))
    .map(({ meant, found, text }) => ({ meant: nameOf(meant), taken: nameOf(found[0]), example: text }))
  const rows = confusedPairs(mistakes, 40).map(({ meant, taken, count, examples }) => [
    meant,
    taken,
    count,
    [...new Set(examples)].slice(0, 2).join(' / '),
  ])
  return table(['本意', '认成', '次数', '例'], rows)
}
