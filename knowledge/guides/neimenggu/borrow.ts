import { placeAgain, rowsOf, type Draft } from './draft.js'
import type { Row } from './rows.js'

/**
 * Fills fields whose text stands only under another heading, so that a resident who asks for the field is answered:
 * the rows are in both. Nothing is taken where the entry has the field already.
 */
export function borrowFields(draft: Draft): void {
  const has = (rows: readonly Row[]) => rows.length > 0
  // 查询方式 stands inside 政策依据 (17118–17129).
  const basis = rowsOf(draft, 'policy_basis')
  const ways = basis.findIndex((row) => /^\d[.．、]线上\S{2,6}$/.test(row.text))
  if (ways >= 0 && !has(rowsOf(draft, 'channels'))) placeAgain(draft, basis.slice(ways), 'channels')
  // "当事人可以到下列调解组织申请调解" (17594).
  const places = rowsOf(draft, 'audience').filter((row) => /可以到下列\S+申请/.test(row.text))
  if (has(places) && !has(rowsOf(draft, 'channels'))) placeAgain(draft, places, 'channels')
  if (!has(rowsOf(draft, 'materials'))) {
    placeAgain(draft, submissions(rowsOf(draft, 'process')), 'materials')
    placeAgain(
      draft,
      rowsOf(draft, 'channels').filter((row) => /持身份证/.test(row.text)),
      'materials',
    )
  }
  if (!has(rowsOf(draft, 'fee')))
    placeAgain(
      draft,
      rowsOf(draft, 'notes').filter((row) => /不收取费用/.test(row.text)),
      'fee',
    )
  if (!has(rowsOf(draft, 'online_url')))
    placeAgain(
      draft,
      [
        ...rowsOf(draft, 'channels'),
        ...rowsOf(draft, 'process').filter((row) => /登录/.test(row.text)),
      ].filter((row) => /https?:\/\//.test(row.text)),
      'online_url',
    )
}

/** "1. 申请人系劳动者需提交的材料" with its "(1) …" inside a flow (17359–17375). */
function submissions(rows: readonly Row[]): Row[] {
  let inList = false
  return rows.filter((row) => {
    if (/需提交的材料$/.test(row.text)) inList = true
    else if (!/^[（(]\d+[）)]/.test(row.text)) inList = false
    return inList
  })
}
