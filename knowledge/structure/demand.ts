import { outsideBrackets } from './brackets.js'

const NEGATED = /(?:无需|不需要?|不用|免于?|无须|可不)(?:再|现场|申请人|个人|单位)?(?:提供|提交|材料|要件)/

/** True when a clause says that nothing need be brought ("区内无需提供材料"); asides in brackets do not count. */
export const asksNothing = (clause: string): boolean => NEGATED.test(outsideBrackets(clause))

const VERB = /提供|提交|递交|出具|携带|上传|报送|填报|填写|签订|附上|另附/g
/** A verb without any case in front of it. */
export const BARE_VERB =
  /^(?:或|需要|需|须|还需|还需要|应|应当|并)?(?:提供|提交|递交|出具|携带|上传|报送|填报|填写|签订|附上)$/
/** What may stand right before the verb when it is what the clause demands, and not part of a name ("出具的证明"). */
const DEMAND =
  /(?:还|或|另|则|均|也|只|仅|可|应|当|须|需|要|必|时|充|行|别|先|的|后|内|外|加|等|要求|[，,：:]|单位|企业|人员|者|人|机构|机关|学生|毕业生|家庭|成员|主体|团体|会|劳动力|居民|公民|职工|并|部门|对象|变化|错误|维护|员|材料|转移|终止|变更)$/

/** The verb that asks for something: where it starts and ends. Bounded work: only the first few verbs are tried. */
export function findVerb(text: string): { readonly from: number; readonly to: number } | undefined {
  if (text.length > 1000) return undefined
  for (const match of [...text.matchAll(VERB)].slice(0, 8)) {
    const from = match.index
    const to = from + match[0].length
    const before = text.slice(0, from).trim()
    const after = text.slice(to)
    if (/^[的方者、]/.test(after) || insideBracket(text, from)) continue
    if (before && !DEMAND.test(before)) continue
    if (match[0] === '出具' && before && !/[需应须还的，]$|^(?:需|须|应)/.test(before)) continue
    if (match[0] === '签订' && /^[^，；]{0,30}的/.test(after) && /出具的/.test(after)) continue
    return { from, to: to + (/^(?:提供|提交|上传|填写|签订|填报)(?!的)/.exec(after)?.[0].length ?? 0) }
  }
  return undefined
}

function insideBracket(text: string, at: number): boolean {
  const opened = Math.max(
    text.lastIndexOf('（', at),
    text.lastIndexOf('(', at),
    text.lastIndexOf('《', at),
    text.lastIndexOf('〔', at),
  )
  if (opened < 0) return false
  const closed = Math.max(
    text.lastIndexOf('）', at),
    text.lastIndexOf(')', at),
    text.lastIndexOf('》', at),
    text.lastIndexOf('〕', at),
  )
  return opened > closed
}
