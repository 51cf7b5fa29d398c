/**
 * `npm run bench:fields`: how well the parts of an entry that a question asks for are told, by cues (data/fields.json),
 * by the classifier, by both as the product has them, and by natural's naive Bayes. The labelled questions
 * (data/field-examples.tsv) are held out a fifth at a time. Prints a table for docs/DESIGN.md.
 */
import { createRequire } from 'node:module'
import { judgeAsked, WHOLE } from '../intents/asked.js'
import { readFieldExamples } from '../intents/catalogue.js'
import { openFieldReader } from '../intents/fields.js'
import { featuresOf } from '../intents/features.js'
import { openClassifier, type Classifier } from '../intents/model/classifier.js'
import { normalize } from '../intents/normalize.js'
import { openSegmenter } from '../intents/segment.js'
import { trainFields } from '../intents/training.js'
import { percent, table } from '../src/evaluation/markdown.js'
import { FIELDS, type Field } from '../src/core/vocabulary.js'

const FIFTHS = 5
const segmenter = openSegmenter()
const readCues = openFieldReader()
const known: ReadonlySet<string> = new Set(FIELDS)
const rows = readFieldExamples().map((row, i) => {
  const text = normalize(row.text)
  return {
    ...row,
    normal: text,
    fold: i % FIFTHS,
    features: featuresOf(text, segmenter),
    /** Fields that must be shown; none where the whole item must. */
    needed: row.asked.every((one) => known.has(one) && one !== 'notes') ? (row.asked as Field[]) : [],
  }
})
type Row = (typeof rows)[number]

const classifiers = folds((training) => openClassifier(trainFields(training, segmenter)))
const bayes = folds(trainBayes)

const cued = (row: Row): readonly Field[] => {
  const asked = readCues(row.normal)
  return asked.how ? [] : asked.fields
}
const contestants: [name: string, show: (row: Row) => readonly Field[]][] = [
  ['只凭线索词', cued],
  ['只凭分类器（首位）', (row) => named(likeliest(classifiers[row.fold]!, row))],
  ['线索词与分类器（产品）', both],
  ['natural 朴素贝叶斯', (row) => named(bayes[row.fold]!(row))],
]
console.log(
  table(
    ['方法', '要看的都给了', '主要的一项对', '只给部分（其余给整件事）'],
    contestants.map(([name, show]) => {
      const shown = rows.map((row) => ({ row, fields: show(row) }))
      const share = (fits: (one: (typeof shown)[number]) => boolean) =>
        percent(shown.filter(fits).length / rows.length)
      return [
        name,
        share(({ row, fields }) => fields.length === 0 || isComplete(row, fields)),
        share(({ row, fields }) =>
          row.needed.length === 0 ? fields.length === 0 : fields.includes(row.needed[0]!),
        ),
        share(({ fields }) => fields.length > 0),
      ]
    }),
  ),
)

function isComplete({ needed }: Row, fields: readonly Field[]): boolean {
  return needed.length > 0 && needed.every((field) => fields.includes(field))
}

function both(row: Row): readonly Field[] {
  const classifier = classifiers[row.fold]!
  const asked = judgeAsked(
    readCues(row.normal),
    classifier.vector(row.features),
    row.normal.length,
    classifier,
  )
  return asked.how ? [] : asked.fields
}

function likeliest(classifier: Classifier, { features }: Row): string {
  const probability = classifier.predict(classifier.vector(features))
  return classifier.classes[probability.indexOf(Math.max(...probability))]!
}

function named(label: string): readonly Field[] {
  return label === WHOLE ? [] : [label as Field]
}

function folds<T>(train: (training: readonly Row[]) => T): T[] {
  return Array.from({ length: FIFTHS }, (_, fold) => train(rows.filter((row) => row.fold !== fold)))
}

function trainBayes(training: readonly Row[]): (row: Row) => string {
  interface Bayes {
    addDocument(words: readonly string[], label: string): void
    train(): void
    classify(words: readonly string[]): string
  }
  const require = createRequire(import.meta.url)
  // The package's index opens databases; its single files have no types of their own.
  const BayesClassifier = require('natural/lib/natural/classifiers/bayes_classifier.js') as new () => Bayes
  const classifier = new BayesClassifier()
  for (const { features, needed } of training) classifier.addDocument(wordsOf(features), needed[0] ?? WHOLE)
  classifier.train()
  return ({ features }) => classifier.classify(wordsOf(features))
}

/** jieba's words alone: with every feature, natural takes minutes. */
function wordsOf(features: ReadonlyMap<string, number>): string[] {
  return [...features.keys()].filter((feature) => feature.startsWith('='))
}
