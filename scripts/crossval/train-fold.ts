/** A thread of scripts/crossval.ts: trains one part of the heads without one fold and sends it back. */
import { parentPort, workerData } from 'node:worker_threads'
import { readPhrases, readTopics } from '../../intents/catalogue.js'
import { openSegmenter } from '../../intents/segment.js'
import { HEAD_PARTS, trainPart } from '../../intents/training.js'
import { splitPhrases } from './folds.js'
import type { TrainingTask } from './train-in-threads.js'

const { fold, of, part } = workerData as TrainingTask
const { training } = splitPhrases(readPhrases(), fold, of)
parentPort!.postMessage(trainPart(HEAD_PARTS[part]!, training, readTopics(), openSegmenter()))
