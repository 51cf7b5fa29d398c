/** A process of scripts/crossval.ts: trains one part of the heads without one fold and sends it back. */
import { readPhrases, readTopics } from '../../intents/catalogue.js'
import { openSegmenter } from '../../intents/segment.js'
import { HEAD_PARTS, trainPart } from '../../intents/training.js'
import { splitPhrases } from './folds.js'

const [fold = 0, of = 1, part = 0] = process.argv.slice(2).map(Number)
const { training } = splitPhrases(readPhrases(), fold, of)
process.send!(trainPart(HEAD_PARTS[part]!, training, readTopics(), openSegmenter()))
