import { createRequire } from 'node:module'
import type { Contestant } from './contestant.js'
import { wordsOf } from './words.js'

// The package's index opens databases and word nets; its single files are enough and have no types of their own.
const require = createRequire(import.meta.url)

interface Classifier {
  addDocument(words: readonly string[], label: string): void
  train(): void
  getClassifications(words: readonly string[]): readonly { readonly label: string; readonly value: number }[]
}

interface TfIdfIndex {
  addDocument(words: readonly string[], key: string): void
  tfidfs(words: readonly string[]): readonly number[]
}

/** natural's naive Bayes over jieba's words: a class an entry, trained on title and text (and wordings). */
export const naturalBayes = (withWordings: boolean): Contestant => ({
  name: 'natural 朴素贝叶斯',
  withWordings,
  open(_, entries) {
    const Bayes = require('natural/lib/natural/classifiers/bayes_classifier.js') as new () => Classifier
    const classifier = new Bayes()
    for (const { id, titleText, body, wordings } of entries) {
      classifier.addDocument(wordsOf(titleText), id)
      classifier.addDocument(wordsOf(body), id)
      if (withWordings) for (const wording of wordings) classifier.addDocument(wordsOf(wording), id)
    }
    classifier.train()
    return (question) =>
      classifier
        .getClassifications(wordsOf(question))
        .slice(0, 10)
        .map(({ label }) => label)
  },
})

/** natural's TF-IDF over jieba's words of title and text (and wordings). */
export const naturalTfIdf = (withWordings: boolean): Contestant => ({
  name: 'natural TF-IDF',
  withWordings,
  open(_, entries) {
    const TfIdf = require('natural/lib/natural/tfidf/tfidf.js') as new () => TfIdfIndex
    const index = new TfIdf()
    for (const { id, titleText, body, wordings } of entries)
      index.addDocument(wordsOf([titleText, body, ...(withWordings ? wordings : [])].join(' ')), id)
    return (question) => {
      const scores = index.tfidfs(wordsOf(question))
      return entries
        .map(({ id }, i) => ({ id, score: scores[i]! }))
        .sort((a, b) => b.score - a.score)
        .slice(0, 10)
        .map(({ id }) => id)
    }
  },
})
