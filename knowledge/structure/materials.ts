import type { Material, MaterialGroup } from '../entry.js'
import { endsInsideBracket, outsideBrackets, splitOutside } from './brackets.js'
import { isThing, readForm, readMaterials, type Shape } from './material-name.js'
import { groupRows, readMaterialTable } from './material-table.js'
import { pointLines, readOutline, type Point } from './outline.js'

/**
 * Reads a text of required materials into a tree, in the text's order. Conditions keep the source's own words, its verb
 * included ("代办的还需提供"). Names are contiguous pieces of the text, white space and bold marks aside. A group without
 * materials and groups states something in its condition: a remark on the list ("注：…") or that nothing is needed in
 * that case ("网上申报：无"). "无", "无需申请材料", "不需要提供要件": an empty list. Never throws; linear in the length.
 */
export function readMaterialGroups(text: string): MaterialGroup[] {
  const words = text.trim()
  if (!words || (words.length < 60 && NOTHING.test(words) && !/[；;\n]/.test(words))) return []
  return arrange(itemsOf(readOutline(words)))
}

const NOTHING = /^[（(]?(?:无|无需|不需|不用|免|没有|“?.{0,6}”?不需要提供|无需任何|暂无)(?:要|任何|提供|提交|申请|办理|相关)*(?:材料|要件|资料)?(?:[。，,]|$)/
/** A case for which nothing is asked: "网上申报：无", "微信办理：无需材料", "“掌上办”不需要提供要件". */
const NOTHING_HERE =
  /^(?:无|无。|[^：:，,。；;]{1,30}[：:]\s?无。?)$|(?:无需|不需要?|免)(?:任何|提供|提交|申请|相关)*(?:材料|要件|资料)/

type Item = { readonly material: Material; readonly number?: number | undefined } | { readonly group: MaterialGroup }

// ---- order and nesting -------------------------------------------------------------------------------------------

function arrange(items: readonly Item[]): MaterialGroup[] {
  const groups: MaterialGroup[] = []
  let run: Material[] = []
  const close = () => {
    if (run.length) groups.push({ materials: run })
    run = []
  }
  for (const item of items) {
    if ('material' in item) run.push(item.material)
    else {
      close()
      groups.push(item.group)
    }
  }
  close()
  return groups
}

function groupUnder(condition: string | undefined, items: readonly Item[]): MaterialGroup {
  const [first, ...rest] = arrange(items)
  const own = first && first.condition === undefined && !first.groups ? first.materials : []
  const groups = own.length || !first ? rest : [first, ...rest]
  return {
    ...(condition ? { condition } : {}),
    materials: own,
    ...(groups.length ? { groups } : {}),
  }
}

const stating = (words: string): Item => ({ group: { condition: words.trim(), materials: [] } })

// ---- points ------------------------------------------------------------------------------------------------------

function itemsOf(points: readonly Point[]): Item[] {
  const items: Item[] = []
  for (const point of points) {
    if (point.kind === 'note') remark(items, point.text)
    else if (point.rows) for (const group of groupRows(readMaterialTable(point.rows))) items.push(...inline(group))
    else if (point.children.length) items.push(...headed(point))
    else {
      const read = readPoint(point)
      const last = items.at(-1)
      // An unnumbered sentence that names nothing to bring belongs to what stands above it.
      if (typeof read === 'string') {
        if (point.kind === 'plain' && last && 'material' in last && /^(?:包括|其中|如|涉及)/.test(read)) addNote(items, read)
        else items.push(stating(read))
      } else items.push(...read)
    }
  }
  return items
}

const inline = (group: MaterialGroup): Item[] =>
  group.condition ? [{ group }] : group.materials.map((material) => ({ material }))

const LABEL =
  /^(?:需要?|须|应)?(?:提供|提交)?(?:以下|下列|所需|附件|必要|相关|办理|申请|申报|携带|的)*(?:材料|要件|资料|材料列表)(?:如下)?$/
/** The points below say what is written in the paper, not what else to bring. */
const CONTENT = /(?:应?载明(?:的事项)?|内容(?:应当)?包括|包括以下内容|以下内容)$/
const ONE_OF = /(?:材料|证明|文件|资料|证件|凭证|手续)之一(?:即可)?$/

function headed(point: Point): Item[] {
  const head = point.text.replace(/[：:，,；;。\s]+$/, '')
  if (CONTENT.test(head)) {
    const items = leafItems(head, point.number)
    addNote(items, point.children.flatMap(pointLines).join('\n'))
    return items
  }
  const inner = itemsOf(point.children)
  // A finished point that a slip of numbering put above others is still a thing of its own.
  if (point.number !== undefined && !/[：:]$/.test(point.text) && /(?:表|单|证|卡|函|》)(?:[（(][^（）()]{1,20}[)）])?$/.test(head) && isThing(head))
    return [...leafItems(head, point.number), ...inner]
  if (!head || LABEL.test(head)) return inner
  if (ONE_OF.test(head)) return [oneOf(head, inner, point.number)]
  const sentences = splitOutside(head, '。；;')
  const last = sentences.at(-1)!
  // "《甲》，原件1份。涉及…的，还需提供：" names something itself before it opens the case.
  if (sentences.length > 1 && isThing(sentences[0]!.text.split(/[，,]/, 1)[0]!)) {
    const before = leafItems(head.slice(0, last.from), point.number)
    return [...before, { group: groupUnder(last.text, inner) }]
  }
  return [{ group: groupUnder(head, inner) }]
}

function oneOf(head: string, inner: readonly Item[], number: number | undefined): Item {
  const verb = findVerb(head)
  const name = verb ? head.slice(verb.to).trim() : head
  const condition = verb ? head.slice(0, verb.to).trim() : undefined
  const choices = inner.flatMap((item) => ('material' in item ? [item.material] : within(item.group)))
  return {
    number,
    material: {
      name: name || head,
      ...(condition && !/^(?:需|还需|需要)?提供$/.test(condition) ? { condition } : {}),
      ...(choices.length ? { any_of: choices } : {}),
    },
  }
}

function within(group: MaterialGroup, above?: string): Material[] {
  const condition = [above, group.condition].filter(Boolean).join('；') || undefined
  const told = (material: Material): Material =>
    condition ? { ...material, condition: [condition, material.condition].filter(Boolean).join('；') } : material
  return [...group.materials.map(told), ...(group.groups ?? []).flatMap((inner) => within(inner, condition))]
}

// ---- remarks -----------------------------------------------------------------------------------------------------

// "注:④⑤为单位首次备案提供" speaks of two points; any other remark is of the whole list.
function remark(items: Item[], text: string) {
  const numbers = [...text.slice(0, 20).matchAll(/[①-⑳]/g)].map(([sign]) => sign.charCodeAt(0) - 0x2460 + 1)
  const targets = items.filter((item) => 'material' in item && item.number !== undefined && numbers.includes(item.number))
  if (!numbers.length || targets.length !== numbers.length) return void items.push(stating(text))
  for (const target of targets) addNote(items, text, items.indexOf(target))
}

function addNote(items: Item[], words: string, at = items.length - 1) {
  const item = items[at]
  if (!item || !('material' in item)) return void items.push(stating(words))
  items[at] = { ...item, material: noted(item.material, words) }
}

const noted = (material: Material, words: string): Material =>
  words ? { ...material, note: material.note ? `${material.note}；${words}` : words } : material

// ---- one point's sentences ---------------------------------------------------------------------------------------

/** Sentences about the list or the case, which name nothing to bring. */
const ABOUT = /^(?:该|上述|以上|实行[^，]{0,40}制，|如可|凡|注意|（省|\(省)/
const REQUIREMENT = /应距|不超过|按照符合|按登记失业时间计算|按登记失业时间进行计算|暂未统一|不需要到|内部获取|^[^，]{0,60}提出[^，]{0,40}$|[，由]{1,2}[^，；]{0,12}持有效[^，；]{1,20}(?:办理|到|代为)/

function readPoint(point: Point): Item[] | string {
  const text = point.text
  if (!text) return []
  const bare = text.replace(/[。；;，,\s]+$/, '')
  if (LABEL.test(bare.replace(/[：:]$/, '')) && !/^材料/.test(bare)) return []
  if (NOTHING_HERE.test(outsideBrackets(bare)) && !/[；;，,]/.test(bare)) return bare
  if (point.kind === 'plain' && /^(?:包括|其中)/.test(text)) return bare
  // A stage's title without a number names nothing to bring.
  if (point.kind === 'plain' && bare.length <= 20 && /(?:登记|变更|转入|转出|注销|暂停|恢复)$/.test(bare)) return bare
  if (ABOUT.test(bare) || (!bare.includes('。') && !/^[^，。；]{0,12}[《]/.test(bare) && REQUIREMENT.test(bare))) return bare
  return leafItems(text, point.number)
}

function leafItems(text: string, number: number | undefined): Item[] {
  const items: Item[] = []
  for (const sentence of splitOutside(text, '。')) readSentence(sentence.text, items, number)
  return items
}

const isAside = (text: string) => /^[（(](?![一二三四五六七八九十\d]{1,2}[)）])/.test(text) && outsideBrackets(text) === ''

// "业务办理函。（原件，一份）"
function addAside(items: Item[], text: string) {
  const form = readForm(text)
  if (form && items.length) shape(items, items.length, text, form)
  else addNote(items, text)
}

const COLON_CASE = /^([^：:，,；;]{2,40})[：:]/

function readSentence(sentence: string, items: Item[], number: number | undefined) {
  if (isAside(sentence)) return addAside(items, sentence)
  if (items.length && (ABOUT.test(sentence) || REQUIREMENT.test(sentence))) return addNote(items, sentence)
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
  if (carried.dangling !== undefined) addNote(items, carried.dangling)
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
  const verbs = pieces.map((piece) => (NEGATED.test(outsideBrackets(piece.text)) ? undefined : findVerb(piece.text)))
  const lastVerb = verbs.findLastIndex((verb) => verb !== undefined)
  const start = items.length
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
      if (!rest) {
        if (!bare) open = from
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
      if (index < lastVerb || !isThing(words) || NEGATED.test(outsideBrackets(words))) continue
      condition = clause.slice(open, piece.from).replace(/[，,\s]+$/, '')
      open = -1
      name(items, words, condition, undefined, number)
    } else if (NEGATED.test(outsideBrackets(words))) {
      if (index < lastVerb) open = piece.from
      else if (named) addNote(items, words)
      else items.push(stating(clause))
    } else if (opensCase(words, pieces[index + 1]?.text, verbs[index + 1], index < lastVerb)) {
      if (named && !CASE_END.test(words)) addNote(items, words)
      else open = piece.from
    } else if (named && (!isThing(words) || /^(?:并|加盖|由|应|须|需|如|其中|可|包括|包含|含|指)/.test(words))) addNote(items, words)
    else if (!named && start > 0 && CONTINUES.test(words)) {
      addNote(items, words)
      remarking = true
    } else name(items, words, condition, undefined, number)
  }
  return open >= 0 ? { dangling: clause.slice(open) } : { condition }
}

const CONTINUES = /^(?:如|若|加盖|需加盖|须加盖|并|可通过|其中|已参加|以上|上述|需审核|不超过|属捐赠)/

const CASE_END = /(?:的|时|后|情形)$/

// Words that open a case: "单位申报的，…", "工伤康复治疗期延长申请，提供：…", "转业干部，《甲》…".
function opensCase(words: string, next: string | undefined, verb: ReturnType<typeof findVerb>, verbAhead: boolean) {
  if (!next) return false
  const demanded = !!verb && verb.from <= 3 && !/^(?:并|同时|或)/.test(next) && !/^《/.test(words)
  if (isThing(words) && !/^(?:如|若|因|属|涉及|凡)/.test(words)) return demanded && /(?:申请|申领|变更|停发|确认|办理)$/.test(words)
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

function name(items: Item[], text: string, condition: string | undefined, how: string | undefined, number?: number) {
  const words = text.replace(/^[（(][一二三四五六七八九十\d]{1,2}[)）]\s{0,3}/, '')
  // "填写《甲》并提供乙": two things.
  const both = words.length <= 600 ? /^(《[^《》]{1,80}》(?:[（(][^（）()]{1,60}[)）])?)并(?:提供|提交|填写)(.+)$/.exec(words) : null
  if (both) {
    name(items, both[1]!, condition, how, number)
    return name(items, both[2]!, condition, undefined, number)
  }
  // "填写《甲》并确认签字": the title is the thing, the rest says how.
  const title = how ? /^(《[^《》]{1,80}》)(?!$|[（(、或和及])/.exec(words) : null
  // "离婚的提供离婚证丧偶的提供死亡证明": a comma is missing in the source.
  const run = words.length <= 100 ? /^(.{1,20}?(?:证|证明|表|书))([^《》，；]{1,12}的(?:需|还需)?提供)(.{2,})$/.exec(words) : null
  if (run && condition) {
    name(items, run[1]!, condition, how, number)
    return name(items, run[3]!, run[2], undefined, number)
  }
  const materials = title
    ? [{ name: title[1]!, note: how! + words }]
    : readMaterials(words).map((material) => (how ? noted(material, how) : material))
  if (!materials.length) return void items.push(stating(words))
  if (materials.length > 1 && condition) {
    const last = items.at(-1)
    if (last && 'group' in last && last.group.condition === condition && last.group.materials.length)
      items[items.length - 1] = { group: { ...last.group, materials: [...last.group.materials, ...materials] } }
    else items.push({ group: { condition, materials } })
    return
  }
  for (const material of materials) {
    const when = [condition, material.condition].filter(Boolean).join('；')
    items.push({ number, material: when ? { ...material, condition: when } : material })
  }
}

// ---- verbs -------------------------------------------------------------------------------------------------------

const NEGATED = /(?:无需|不需要?|不用|免于?|无须|可不)(?:再|现场|申请人|个人|单位)?(?:提供|提交|材料|要件)/
const VERB = /提供|提交|递交|出具|携带|上传|报送|填报|填写|签订|附上|另附/g
const BARE_VERB = /^(?:或|需要|需|须|还需|还需要|应|应当|并)?(?:提供|提交|递交|出具|携带|上传|报送|填报|填写|签订|附上)$/
/** What may stand right before the verb when it is what the clause demands, and not part of a name ("出具的证明"). */
const DEMAND = /(?:还|或|另|则|均|也|只|仅|可|应|当|须|需|要|必|时|充|行|别|先|的|后|内|外|加|等|要求|[，,：:]|单位|企业|人员|者|人|机构|机关|学生|毕业生|家庭|成员|主体|团体|会|劳动力|居民|公民|职工|并|部门|对象|变化|错误|维护|员|材料|转移|终止|变更)$/

/** The verb that asks for something: where it starts and ends. Bounded work: only the first few verbs are tried. */
function findVerb(text: string): { readonly from: number; readonly to: number } | undefined {
  if (text.length > 1000) return undefined
  const outside = splitOutside(text, '')
  if (!outside.length) return undefined
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
  const opened = Math.max(text.lastIndexOf('（', at), text.lastIndexOf('(', at), text.lastIndexOf('《', at), text.lastIndexOf('〔', at))
  if (opened < 0) return false
  const closed = Math.max(text.lastIndexOf('）', at), text.lastIndexOf(')', at), text.lastIndexOf('》', at), text.lastIndexOf('〕', at))
  return opened > closed
}
