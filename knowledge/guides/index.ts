import { anshanReader } from './anshan.js'
import { baiyinReader } from './baiyin.js'
import type { GuideReader } from './contract.js'
import { laiyuanReader } from './laiyuan.js'
import { neimengguReader } from './neimenggu/index.js'
import { qinzhouReader } from './qinzhou.js'

/** A reader for each guide, in the order of the guides. */
export const readers: readonly GuideReader[] = [
  qinzhouReader,
  laiyuanReader,
  baiyinReader,
  neimengguReader,
  anshanReader,
]
