import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { AskRow } from '../core/ask.js'
import type { Conversation } from '../core/conversation.js'
import { CodedError } from '../core/errors.js'
import { ask } from '../dialogue/ask.js'
import { CHANNEL_WORDS } from '../evaluation/story-words.js'
import { openTools } from '../server/open-tools.js'

/** How a talk in the terminal is set up. */
export interface ChatOptions {
  readonly place?: string
  /** In Chinese: 网页, 微信, 电话. */
  readonly channel?: string
}

/** `wenban chat`: a conversation in the terminal until /退出 or the end of input. Throws `ask.unknown_place`. */
export async function chat(options: ChatOptions, input: Readable, output: Writable): Promise<void> {
  const tools = openTools()
  const channel = channelOf(options.channel ?? '网页')
  let turns = 0
  let conversation: Conversation | undefined
  const reply = (text: string, before: Conversation | undefined) => {
    const row: AskRow = { text, session: 'chat', channel, place: options.place }
    return ask(tools, row, String(++turns), before)
  }
  const print = (text: string) => output.write(`${text}\n\n`)

  print(reply('您好', undefined).reply.text)
  print('（/重来 从头开始，/退出 结束）')
  const isTerminal = (output as Partial<NodeJS.WriteStream>).isTTY === true
  const lines = createInterface({ input, output, prompt: isTerminal ? '> ' : '', terminal: isTerminal })
  lines.prompt()
  for await (const line of lines) {
    const text = line.trim()
    if (text === '/退出') break
    if (text === '/重来') {
      conversation = undefined
      print('（已从头开始）')
    } else if (text.startsWith('/')) print('（只认识 /重来 和 /退出）')
    else {
      const asked = reply(line, conversation)
      conversation = asked.conversation
      print(asked.reply.text)
    }
    lines.prompt()
  }
  lines.close()
}

function channelOf(word: string): NonNullable<AskRow['channel']> {
  const channel = Object.hasOwn(CHANNEL_WORDS, word) ? CHANNEL_WORDS[word] : undefined
  if (channel) return channel
  const known = Object.keys(CHANNEL_WORDS).join('、')
  throw new CodedError('chat.unknown_channel', `渠道只能是 ${known} · unknown channel: ${word}`, word)
}
