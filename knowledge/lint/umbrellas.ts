import type { Entry, Field } from '../entry.js'
import { raise, type Rule } from './finding.js'

/** Entries that only speak of others: they are told as such, and nothing else is expected of them. */
export const umbrellas: Rule = (entries) =>
  entries.flatMap((entry) => {
    if (isOverview(entry))
      return [raise(entry, 'umbrella', undefined, '本条只是总述，怎样办理请看它下面的各个具体事项。', true)]
    if (pointsElsewhere(entry))
      return [raise(entry, 'umbrella', undefined, '本条的部分内容写“详见”其他事项，请看那些事项。', true)]
    return []
  })

/** Whether an entry is an umbrella over other items, from its texts or by its reader's word. */
export function isUmbrella(entry: Entry): boolean {
  return (
    (entry.flags ?? []).some(({ code }) => code === 'umbrella') || pointsElsewhere(entry) || isOverview(entry)
  )
}

// 创业担保贷款申请 (涞源县, 2018): "详见个人申请创业担保贷款、小微企业申请创业担保贷款".
function pointsElsewhere(entry: Entry): boolean {
  const texts = Object.values(entry.fields)
  return texts.filter((text) => /^详见.{2,60}(?:申请|申领|申报|办理|事项)/.test(text)).length >= 2
}

const GENERAL: ReadonlySet<string> = new Set<Field>(['summary', 'notes', 'policy_basis'])

// 内蒙古's standard on archives (18181) opens with an introduction; its six sub-services are entries of their own.
function isOverview(entry: Entry): boolean {
  const fields = Object.keys(entry.fields)
  return (
    entry.kind === 'service' &&
    !entry.part_of &&
    fields.length > 0 &&
    fields.every((field) => GENERAL.has(field))
  )
}
