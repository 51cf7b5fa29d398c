import fc from 'fast-check'
import { join } from 'node:path'
import { newConversation, type Conversation } from '../../src/core/conversation.js'
import type { TurnContext } from '../../src/core/context.js'
import { packageRoot } from '../../src/core/package-root.js'
import { turn, type Utterance } from '../../src/dialogue/turn.js'
import { renderText } from '../../src/core/reply.js'
import { readStoryFiles } from '../../src/evaluation/story-file.js'
import { openTools } from '../../src/server/open-tools.js'
import { normalizePlace } from '../../intents/places/index.js'

const tools = openTools()
const PIECES = readStoryFiles([join(packageRoot, 'test/dialogue')]).flatMap(({ turns }) =>
  turns.map(({ text }) => text),
)
const PHONE = '13912345678'
const ID = '450702199001011233'

const noise = fc.constantFrom(
  '',
  '',
  '',
  '那个',
  '？？',
  `我电话${PHONE}`,
  `身份证${ID}`,
  '👍',
  '\u200b',
  '不对，',
)
const utterance = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(noise, fc.constantFrom(...PIECES)).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('1', '2', '3', '都不是', '下一步', '上一步', '退出', '提交', '是', ''),
  },
)
const history = fc.array(
  fc.record({
    text: utterance,
    place: fc.constantFrom(undefined, undefined, undefined, '450700', '210300'),
    agents: fc.constantFrom('available', 'available', 'none', 'timeout'),
    channel: fc.constantFrom('web', 'wechat', 'hotline'),
  }),
  { minLength: 1, maxLength: 12 },
)
type Step = typeof history extends fc.Arbitrary<readonly (infer S)[]> ? S : never

function play(steps: readonly Step[]) {
  let conversation: Conversation = newConversation
  return steps.map(({ text, place, agents, channel }, i) => {
    const given = place ? normalizePlace(place) : undefined
    const said: Utterance = { text, ...(given?.kind === 'served' && { place: given }) }
    const context = {
      now: new Date(Date.UTC(2025, 2, 5, 2, i)),
      agents,
      channel,
      turnId: String(i),
    } as TurnContext
    const turned = turn(tools, conversation, said, context)
    conversation = turned.conversation
    return turned
  })
}

test('any conversation leaves a valid small state, answers from its place only, and prints no number of the person', () => {
  fc.assert(
    fc.property(history, (steps) => {
      for (const { conversation, reply, effects } of play(steps)) {
        const state = JSON.stringify(conversation)
        expect(JSON.parse(state)).toEqual(conversation)
        expect(state.length).toBeLessThan(16_384)
        const entry = reply.item ? tools.knowledge.get(reply.item) : undefined
        if (reply.item) expect(entry).toBeDefined()
        if (entry) expect(conversation.place?.region).toBe(entry.region)
        const text = renderText(reply.blocks)
        expect(text).not.toContain(PHONE)
        expect(text).not.toContain(ID)
        expect(text.trim()).not.toBe('')
        for (const effect of effects)
          if (effect.kind === 'handoff') expect(JSON.stringify(effect)).not.toContain(PHONE)
      }
    }),
    { numRuns: 150, seed: 12333 },
  )
}, 60_000)

test('the same conversation played again gives the same turns', () => {
  fc.assert(
    fc.property(history, (steps) => {
      expect(play(steps)).toEqual(play(steps))
    }),
    { numRuns: 30, seed: 7 },
  )
}, 60_000)

test('a conversation of 200 turns keeps a state below 16 kB', () => {
  const steps = Array.from({ length: 200 }, (_, i) => ({
    text: PIECES[(i * 37) % PIECES.length]!,
    place: i === 0 ? '450700' : undefined,
    agents: 'available',
    channel: 'web',
  })) as Step[]
  expect(JSON.stringify(play(steps).at(-1)!.conversation).length).toBeLessThan(16_384)
})
