import { endsInsideBracket, outsideBrackets, splitOutside } from './brackets.js'
import { asksNothing, BARE_VERB, findVerb } from './demand.js'
import { addNote, noted, stating, type Item } from './material-items.js'
import { isThing, readForm, readMaterials, type Shape } from './material-name.js'
import type { Point } from './outline.js'

/** Headings that only announce a list of materials and say nothing of a case ("附件材料：", "提供以下材料"). */
export const LABEL =
  /^(?:需要?|须|应)?(?:提供|提交)?(?:以下|下列|所需|附件|必要|相关|办理|申请|申报|携带|的)*(?:材料|要件|资料|材料列表)(?:如下)?$/

/** The points below say what is written in the paper, not what else to bring. */
export const CONTENT = /(?:应?载明(?:的事项)?|内容(?:应当)?包括|包括以下内容|以下内容)$/

/** A case for which nothing is asked: "网上申报：无", "微信办理：无需材料", "“掌上办”不需要提供要件". */
const NOTHING_HERE =
  /^(?:无|无。|[^：:，,。；;]{1,30}[：:]\s?无。?)$|(?:无需|不需要?|免)(?:任何|提供|提交|申请|相关)*(?:材料|要件|资料)/

/** Sentences about the list or the case, which name nothing to bring. */
const ABOUT = /^(?:该|上述|以上|实行[^，]{0,40}制，|如可|凡|注意|（省|\(省)/
const REQUIREMENT =
  /应距|不超过|按照符合|按登记失业时间计算|按登记失业时间进行计算|暂未统一|不需要到|内部获取|^[^，]{0,60}提出[^，]{0,40}$|[，由]{1,2}[^，；]{0,12}持有效[^，；]{1,20}(?:办理|到|代为)/

/** Reads a point that has none below it: what to bring, or (as a string) words that only state something. */
export function readPoint(point: Point): Item[] | string {
  const text = point.text
  if (!text) return []
  const bare = text.replace(/[。；;，,\s]+$/, '')
  if (LABEL.test(bare.replace(/[：:]$/, '')) && !/^材料/.test(bare)) return []
  if (NOTHING_HERE.test(outsideBrackets(bare)) && !/[；;，,]/.test(bare)) return bare
  if (point.kind === 'plain' && /^(?:包括|其中)/.test(text)) return bare
  // A stage's title without a number names nothing to bring.
  if (point.kind === 'plain' && bare.length <= 20 && /(?:登记|变更|转入|转出|注销|暂停|恢复)$/.test(bare))
    return bare
  if (
    ABOUT.test(bare) ||
    (!bare.includes('。') && !/^[^，。；]{0,12}[《]/.test(bare) && REQUIREMENT.test(bare))
  )
    return bare
  return leafItems(text, point.number)
}

/** Reads sentences into things to bring, each with the case it is for. */
export function leafItems(text: string, number: number | undefined): Item[] {
  const items: Item[] = []
  for (const sentence of splitOutside(text, '。')) readSentence(sentence.text, items, number)
  return items
}

const isAside = (text: string) =>
  /^[（(](?![一二三四五六七八九十\d]{1,2}[)）])/.test(text) && outsideBrackets(text) === ''

// "业务办理函。（原件，一份）"
function addAside(items: Item[], text: string) {
  const form = readForm(text)
  if (form && items.length) shape(items, items.length, text, form)
  else addNote(items, text)
}

const COLON_CASE = /^([^：:，,；;]{2,40})[：:]/

function readSentence(sentence: string, items: Item[], number: number | undefined) {
  if (isAside(sentence)) {
    addAside(items, sentence)
    return
  }
  if (items.length && (ABOUT.test(sentence) || REQUIREMENT.test(sentence))) {
    addNote(items, sentence)
    return
  }
  let carried: Carried = {}
  let label: string | undefined
  for (const { text } of splitOutside(sentence, '；;')) {
    if (/^备?注\s?[：:]/.test(text)) {
      addNote(items, text)
      continue
    }
    if (isAside(text)) {
      addAside(items, text)
      continue
    }
    let clause = text
    const colon = text.length <= 2000 && !/^https?/.test(text) ? COLON_CASE.exec(text) : null
    if (colon && !/^[^《]*》/.test(colon[1]!) && !endsInsideBracket(colon[1]!)) {
      const rest = text.slice(colon[0].length).trim()
      const prefix = colon[1]!.trim()
      if (NOTHING_HERE.test(rest) || !rest) {
        items.push(stating(text))
        continue
      }
      if (isThing(prefix) && !findVerb(prefix) && /^(?:如|包括|指|含|申请日前|用于)/.test(rest)) {
        items.push(...readMaterials(prefix).map((material) => ({ number, material: noted(material, rest) })))
        continue
      }
      if (items.length && CONTENT.test(prefix)) {
        addNote(items, text)
        continue
      }
      clause = rest
      if (!LABEL.test(prefix)) {
        // "中国公民：提供身份证原件、…": the case holds up to the sentence's end.
        label = prefix
        carried = {}
      }
    }
    carried = readClause(clause, { label, ...carried }, items, number)
  }
  if (carried.dangling !== undefined) addNote(items, [label, carried.dangling].filter(Boolean).join('：'))
}

/** What a clause leaves for the one after the next ";": the case that still holds, or words that only opened one. */
interface Carried {
  readonly label?: string | undefined
  readonly condition?: string | undefined
  readonly dangling?: string | undefined
}

function readClause(clause: string, carried: Carried, items: Item[], number: number | undefined): Carried {
  const { label } = carried
  const under = (own: string) => [label, carried.dangling, own].filter(Boolean).join('；')
  const inherited = carried.dangling ?? carried.condition ?? label
  if (clause.length > 2000) {
    items.push({ number, material: { name: clause } })
    return {}
  }
  const pieces = splitOutside(clause, '，,')
  const verbs = pieces.map((piece) => (asksNothing(piece.text) ? undefined : findVerb(piece.text)))
  const lastVerb = verbs.findLastIndex((verb) => verb !== undefined)
  const start = items.length
  const denied = pieces.some((piece) => asksNothing(piece.text))
  if (denied && lastVerb < 0 && !pieces.some((piece) => isThing(piece.text))) {
    items.push(stating(clause))
    return {}
  }
  let condition = inherited
  let open = -1
  let remarking = false
  let swallowed = -1
  for (const [index, piece] of pieces.entries()) {
    const verb = verbs[index]
    const words = piece.text
    const named = items.length > start
    const alone = verb ? undefined : readForm(words)
    if (swallowed === index) continue
    if (remarking) addNote(items, words)
    else if (alone) {
      // "灵活就业人员申请的，验原件": the form for one case only.
      if (open < 0) shape(items, start, words, alone)
      else addNote(items, clause.slice(open, piece.to))
      open = -1
    } else if (verb) {
      const from = open >= 0 ? open : piece.from
      let rest = words.slice(verb.to).replace(/^[：:\s]+/, '')
      const own = clause.slice(from, piece.from + verb.to)
      const bare = BARE_VERB.test(own)
      if (!rest || /^(?:以下|下列)?(?:要件|以下材料|下列材料)(?:[（(][^（）()]{1,20}[)）])?$/.test(rest)) {
        if (!bare || rest) open = from
        continue
      }
      open = -1
      const next = pieces[index + 1]
      // "…部门或司法机关，以及授权组织出具的文书" is one thing.
      if (next && /^以及/.test(next.text) && !isThing(rest)) {
        rest = clause.slice(piece.to - rest.length, next.to)
        swallowed = index + 1
      }
      if (readForm(rest)) {
        addNote(items, clause.slice(from, piece.to))
        continue
      }
      const when = bare ? condition : under(own)
      // In the middle of a list a case holds for its own piece only.
      if (!named || condition) condition = when
      name(items, rest, when, bare && /填写|填报|签订|或/.test(own) ? own : undefined, number)
    } else if (open >= 0) {
      // "失业人员重新就业的，区内无需提供材料，区外提供…": all of it says when.
      if (index < lastVerb || !isThing(words) || asksNothing(words)) continue
      condition = clause.slice(open, piece.from).replace(/[，,\s]+$/, '')
      open = -1
      name(items, words, condition, undefined, number)
    } else if (asksNothing(words)) {
      if (index < lastVerb) open = piece.from
      else if (named) addNote(items, words)
      else items.push(stating(clause))
    } else if (opensCase(words, pieces[index + 1]?.text, verbs[index + 1], index < lastVerb)) {
      if (named && !CASE_END.test(words)) addNote(items, words)
      else open = piece.from
    } else if (
      named &&
      (!isThing(words) || /^(?:并|加盖|由|应|须|需|如|其中|可|包括|包含|含|指)/.test(words))
    )
      addNote(items, words)
    else if (!named && start > 0 && CONTINUES.test(words)) {
      addNote(items, words)
      remarking = true
    } else {
      // What follows a comma is not the case's own any more: "存档人员需提供甲，代办人员乙".
      name(items, words, named && condition !== inherited ? inherited : condition, undefined, number)
    }
  }
  return open >= 0 ? { dangling: clause.slice(open) } : { condition }
}

const CONTINUES = /^(?:如|若|加盖|需加盖|须加盖|并|可通过|其中|已参加|以上|上述|需审核|不超过|属捐赠)/

const CASE_END = /(?:的|时|后|情形)$/

// Words that open a case: "单位申报的，…", "工伤康复治疗期延长申请，提供：…", "转业干部，《甲》…".
function opensCase(
  words: string,
  next: string | undefined,
  verb: ReturnType<typeof findVerb>,
  verbAhead: boolean,
) {
  if (!next) return false
  const demanded = !!verb && verb.from <= 3 && !/^(?:并|同时|或)/.test(next) && !/^《/.test(words)
  if (isThing(words) && !/^(?:如|若|因|属|涉及|凡)/.test(words))
    return demanded && /(?:申请|申领|变更|停发|确认|办理)$/.test(words)
  return verbAhead || CASE_END.test(words) || (/^《/.test(next) && words.length <= 20)
}

// A lone "验原件" speaks of what the clause named, or of what stood before it.
function shape(items: Item[], start: number, words: string, told: Shape) {
  const from = items.length > start ? start : items.length - 1
  if (from < 0) return void items.push(stating(words))
  for (let at = from; at < items.length; at++) {
    const item = items[at]!
    if (!('material' in item)) continue
    const { note, condition, ...rest } = told
    const when = [item.material.condition, condition].filter(Boolean).join('；')
    const kept = { ...rest, ...item.material, ...(when ? { condition: when } : {}) }
    const clash = rest.form && item.material.form && rest.form !== item.material.form
    items[at] = { ...item, material: clash ? noted(kept, words) : noted(kept, note ?? '') }
  }
}

function name(
  items: Item[],
  text: string,
  condition: string | undefined,
  how: string | undefined,
  number?: number,
) {
  const words = text.replace(/^[（(][一二三四五六七八九十\d]{1,2}[)）]\s{0,3}/, '')
  // "填写《甲》并提供乙": two things.
  const both =
    words.length <= 600
      ? /^(《[^《》]{1,80}》(?:[（(][^（）()]{1,60}[)）])?)并(?:提供|提交|填写)(.+)$/.exec(words)
      : null
  if (both) {
    name(items, both[1]!, condition, how, number)
    name(items, both[2]!, condition, undefined, number)
    return
  }
  // "填写《甲》并确认签字": the title is the thing, the rest says how.
  const title = how ? /^(《[^《》]{1,80}》)(?!$|[（(、或和及])/.exec(words) : null
  // "离婚的提供离婚证丧偶的提供死亡证明": a comma is missing in the source.
  const run =
    words.length <= 100
      ? /^(.{1,20}?(?:证|证明|表|书))([^《》，；]{1,12}的(?:需|还需)?提供)(.{2,})$/.exec(words)
      : null
  if (run && condition) {
    name(items, run[1]!, condition, how, number)
    name(items, run[3]!, run[2], undefined, number)
    return
  }
  const materials = title
    ? [{ name: title[1]!, note: how! + words }]
    : readMaterials(words).map((material) => (how ? noted(material, how) : material))
  if (!materials.length) return void items.push(stating(words))
  if (materials.length > 1 && condition) {
    const last = items.at(-1)
    if (last && 'group' in last && last.group.condition === condition && last.group.materials.length)
      items[items.length - 1] = {
        group: { ...last.group, materials: [...last.group.materials, ...materials] },
      }
    else items.push({ group: { condition, materials } })
    return
  }
  for (const material of materials) {
    const when = [condition, material.condition].filter(Boolean).join('；')
    items.push({ number, material: when ? { ...material, condition: when } : material })
  }
}
