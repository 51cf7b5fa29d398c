import { createRequire } from 'node:module'
import type { Contestant } from './contestant.js'

interface Manager {
  addDocument(language: string, text: string, intent: string): void
  train(): Promise<unknown>
  process(
    language: string,
    text: string,
  ): Promise<{ readonly classifications: readonly { readonly intent: string; readonly score: number }[] }>
}

const require = createRequire(import.meta.url)

/** Its training takes time that grows with classes × sentences: of a topic's wordings it gets this many. */
const MOST_WORDINGS = 10

/** node-nlp's Chinese pipeline with its own segmenter: an intent an entry, trained on title and text. */
export const nodeNlp = (withWordings: boolean): Contestant => ({
  name: withWordings ? `node-nlp（每主题 ${MOST_WORDINGS} 句）` : 'node-nlp',
  withWordings,
  async open(_, entries) {
    const { NlpManager } = require('node-nlp') as { NlpManager: new (settings: object) => Manager }
    const manager = new NlpManager({
      languages: ['zh'],
      forceNER: false,
      autoSave: false,
      autoLoad: false,
      nlu: { log: false, useNoneFeature: false },
    })
    for (const { id, titleText, body, wordings } of entries) {
      manager.addDocument('zh', titleText, id)
      for (const sentence of sentencesOf(body)) manager.addDocument('zh', sentence, id)
      if (withWordings)
        for (const wording of wordings.slice(0, MOST_WORDINGS)) manager.addDocument('zh', wording, id)
    }
    await manager.train()
    return async (question) => {
      const { classifications } = await manager.process('zh', question)
      return classifications.slice(0, 10).map(({ intent }) => intent)
    }
  },
})

/** Its classifier is made for sentences; a whole text as one would drown the title. */
const sentencesOf = (body: string): string[] =>
  body
    .split(/[。；;\n]/u)
    .map((sentence) => sentence.trim().slice(0, 60))
    .filter(({ length }) => length > 4)
    .slice(0, 5)
