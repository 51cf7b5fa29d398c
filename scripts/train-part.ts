/** A process of scripts/train-apart.ts: trains one part of the heads, perhaps without one fold, and sends it back. */
import { readPhrases, readTopics } from '../intents/catalogue.js'
import { openSegmenter } from '../intents/segment.js'
import { HEAD_PARTS, trainPart } from '../intents/training.js'
import { splitPhrases } from './crossval/folds.js'

const [part, fold, of] = process.argv.slice(2).map(Number)
const phrases = readPhrases()
const training = fold === undefined ? phrases : splitPhrases(phrases, fold, of!).training
const heads = trainPart(HEAD_PARTS[part!]!, training, readTopics(), openSegmenter())
process.send!(heads, () => process.disconnect())
