import type { Act, MannerAct } from '../../intents/acts.js'
import { normalizePlace, resolveTurnPlace } from '../../intents/places/index.js'
import type { LexiconRow, Person } from '../../intents/understand.js'
import type { Field } from '../core/vocabulary.js'
import { decideItem, type Decision } from './decide.js'
import { say } from './sentences.js'
import type { DialogueTools } from './tools.js'

/** A feature of the question in words, and how much it spoke for (above 0) or against. */
export interface Reason {
  readonly words: string
  readonly effect: number
}

/** Why a question was understood as it was; for editors and engineers, never for residents. */
export interface Explanation {
  readonly text: string
  readonly place: string | undefined
  readonly act: Act | MannerAct | undefined
  readonly fields: readonly Field[]
  readonly how: boolean
  readonly person: Person
  /** Words of residents in it, and what the guides call them. */
  readonly lexicon: readonly LexiconRow[]
  /** Share of the question's features known from training. */
  readonly known: number
  readonly candidates: readonly {
    readonly id: string
    readonly title: string
    readonly topic: string
    /** What tells the topic from its neighbours. */
    readonly apart: string
    readonly score: number
    readonly text: number
    readonly for: readonly Reason[]
    readonly against: readonly Reason[]
  }[]
  readonly elsewhere: { readonly name: string; readonly score: number } | undefined
  readonly absent: { readonly name: string; readonly score: number } | undefined
  readonly decision: Decision | undefined
}

const SHOWN = 5
const REASONS = 6

/** Explains one question as the first of a conversation, in a place given or named in it. */
export function explain(tools: DialogueTools, text: string, placeName?: string): Explanation {
  const { understander, knowledge } = tools
  const heard = understander.read(text)
  const given = placeName ? normalizePlace(placeName) : undefined
  const named = resolveTurnPlace(heard.mentions, given?.kind === 'served' ? given.code : undefined)
  const place = named.kind === 'served' ? named : given?.kind === 'served' ? given : undefined
  const { text: said, act, fields, how, person, lexicon } = heard
  const about = { text: said, act, fields, how, person, lexicon }
  if (!place)
    return {
      ...about,
      place: undefined,
      known: 0,
      candidates: [],
      elsewhere: undefined,
      absent: undefined,
      decision: undefined,
    }
  const ranking = understander.matcher.rank(heard.query, place.region)
  const shown = ranking.candidates.slice(0, SHOWN)
  const effects = new Map(
    shown.map(({ id }) => {
      const reasons = understander.matcher.reasons(heard.query, knowledge.get(id)!.topic)
      return [id, new Map(reasons.map(({ feature, effect }) => [feature, effect]))]
    }),
  )
  // What speaks for all candidates alike tells nothing: effects are shown against their mean.
  const reasonsFor = (id: string): Reason[] =>
    [...effects.get(id)!]
      .map(([feature, effect]) => {
        const all = [...effects.values()].reduce((sum, of) => sum + (of.get(feature) ?? 0), 0)
        return { words: wordsOf(feature), effect: effect - all / effects.size }
      })
      .sort((one, other) => Math.abs(other.effect) - Math.abs(one.effect))
  return {
    ...about,
    place: place.name,
    known: ranking.known,
    candidates: shown.map(({ id, score, text: ownText }) => {
      const { title, topic } = knowledge.get(id)!
      const reasons = reasonsFor(id)
      return {
        id,
        title,
        topic,
        apart: understander.matcher.topic(topic).apart,
        score,
        text: ownText,
        for: reasons.filter(({ effect }) => effect > 0).slice(0, REASONS),
        against: reasons.filter(({ effect }) => effect < 0).slice(0, REASONS),
      }
    }),
    elsewhere: { name: ranking.elsewhere.matter.name, score: ranking.elsewhere.score },
    absent: { name: ranking.absent.topic.name, score: ranking.absent.score },
    decision: decideItem(knowledge, ranking, heard),
  }
}

const SPEAKERS = { self: '本人', employer: '单位经办', agent: '代办' } as const

/** Features as people read them: "=失业金" a word, "1钱" a character, "~siye" a sound. */
const wordsOf = (feature: string): string =>
  feature.startsWith('~') ? `音:${feature.slice(1)}` : feature.replace(/^[=1](?=\p{Script=Han})/u, '')

/** The explanation as text for the terminal. */
export function renderExplanation(explanation: Explanation): string {
  const { place, act, fields, how, person, lexicon, known, candidates, elsewhere, absent, decision } =
    explanation
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`
  const listed = (reasons: readonly Reason[]) =>
    reasons.map(({ words, effect }) => `${words}${effect > 0 ? '+' : ''}${effect.toFixed(1)}`).join(' ')
  return [
    `地区：${place ?? '未知'}　行为：${act ?? '无'}　问的项：${fields.map((f) => say(`field.${f}`)).join('、') || '整项'}${how ? '（问怎么办）' : ''}　认得的特征：${percent(known)}`,
    `说话的人：${SPEAKERS[person.speaker]}${person.concerned ? `，说的是${person.concerned}的事` : ''}${lexicon.length > 0 ? `　俗话：${lexicon.map(({ say, term }) => `${say}＝${term}`).join('，')}` : ''}`,
    ...candidates.flatMap((one, index) => [
      `${index + 1}. ${one.title}　${percent(one.score)}（主题 ${one.topic}，原文相近 ${percent(one.text)}）`,
      `     区别：${one.apart}`,
      `     支持：${listed(one.for)}`,
      `     反对：${listed(one.against)}`,
    ]),
    ...(elsewhere ? [`不在指南内：${elsewhere.name} ${percent(elsewhere.score)}`] : []),
    ...(absent ? [`本地没有的事项：${absent.name} ${percent(absent.score)}`] : []),
    `决定：${decision ? describe(decision) : '先问地方'}`,
  ].join('\n')
}

function describe(decision: Decision): string {
  switch (decision.kind) {
    case 'answer':
      return `答复 ${decision.id}（把握 ${decision.confidence.toFixed(2)}）`
    case 'clarify':
      return `反问 ${decision.ids.join('、')}（几项相近，说得又少）`
    case 'none':
      return decision.elsewhere
        ? `不答：${decision.elsewhere.name}不在指南内`
        : decision.absent
          ? `不答：本地指南没有${decision.absent}`
          : '不答：没有相近的事项'
  }
}
