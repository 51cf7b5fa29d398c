import type { Entry } from '../../../knowledge/entry.js'
import type { PlannedLine, PlannedStep } from './planned.js'

/** The order in which ways are offered: from home first. */
const ORDER = ['网上', '掌上', '窗口', '自助', '电话', '邮寄']

/** One choice of the way, where the guide gives several. */
export function channelSteps({ channels = [] }: Entry, materials: readonly PlannedLine[]): PlannedStep[] {
  const named = materials.flatMap(({ when }) => when.flatMap(({ key, is }) => (key === 'channel' ? is : [])))
  const types = new Set([...channels.map(({ type }) => type), ...named])
  const options = ORDER.filter((type) => types.has(type))
  return options.length > 1 ? [{ key: 'channel', kind: 'channel', lines: [], options }] : []
}
