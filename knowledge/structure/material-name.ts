import { outsideBrackets, splitOutside, trailingBracket } from './brackets.js'
import { readCount } from './count.js'
import type { Material } from '../entry.js'

/** Longest text that is read for copies and alternatives; beyond it the words stay together as one name. */
const LONGEST = 400

/** Words a thing to bring ends with. */
const THING =
  /(?:证|证明|证件|证书|表|书|单|单据|(?<!注)册|件|卡|簿|函|照|照片|相片|材料|资料|合同|协议|凭证|凭据|文件|档案|报告|批文|批复|决定|决议|方案|章程|计划|名单|病历|发票|票据|清单|手续|申请|介绍信|承诺|存折|护照|通知|意见|结论|纪要|流水|记录|小结|本|页|简章|简历|回执|教材|制度|说明|令|截图|正反面|[》〉])[”"’]?$/
const PAPERS_OF_A_FIRM = /营业执照|法人证书|代码证|登记证/

/** True when the words name a thing one can bring, brackets and "原件1份" behind it aside. */
export function isThing(text: string): boolean {
  if (text.length > LONGEST || /提出/.test(text)) return false
  return THING.test(peel(text).name.replace(/[（(][^（）()]{1,12}[)）]$/, ''))
}

/**
 * Reads one phrase that names what to bring ("社会保障卡或居民身份证（境外人员提供护照）原件1份") into one or more
 * materials. "、" separates only where every part names a thing; "A或B" and "…任选其一" become alternatives.
 */
export function readMaterials(phrase: string): Material[] {
  const text = phrase
    .trim()
    .replace(/[，,；;。、：:]+$/, '')
    .trim()
  if (!text) return []
  if (text.length > LONGEST) return [{ name: text }]
  const bracket = trailingBracket(text)
  if (bracket?.before && /^任意一种$|^任选其一$/.test(bracket.inside)) {
    const parts = listed(bracket.before)
    if (parts) return [{ name: bracket.before, note: bracket.inside, any_of: parts.map(single) }]
  }
  const parts = /[等]$|等(?:有关|相关|原始|证明|佐证|完整|有效)?/.test(text) ? undefined : listed(text)
  if (!parts) return [withAlternatives(text)]
  // "A、B或C" can mean one of three, or A and one of two: it is left whole but where the sort of A tells.
  if (
    /或/.test(outsideBrackets(parts.at(-1)!)) &&
    !parts.slice(0, -1).some((part) => /或/.test(outsideBrackets(part)))
  )
    return /委托书$/.test(parts[0]!) ? parts.map(withAlternatives) : [withAlternatives(text)]
  if (parts.filter((part) => PAPERS_OF_A_FIRM.test(part)).length > 1) return [withAlternatives(text)]
  return parts.map(withAlternatives)
}

/** Reads one phrase as one material, lists in it kept together (a table's cell). */
export function readMaterial(phrase: string): Material {
  return phrase.length > LONGEST ? { name: phrase.trim() } : withAlternatives(phrase)
}

export type Shape = Pick<Material, 'copies' | 'form' | 'note' | 'condition'>

/** Reads words that say only in what form and how often ("原件1份", "复印件1份（验原件）"); undefined when they say more. */
export function readForm(text: string): Shape | undefined {
  const bracket = text.length <= LONGEST ? trailingBracket(text) : undefined
  const before = bracket?.before ? readForm(bracket.before) : undefined
  if (bracket && before && !readForm(bracket.inside)) {
    if (CONDITION.test(bracket.inside)) return { ...before, condition: bracket.inside }
    return { ...before, note: [before.note, bracket.inside].filter(Boolean).join('；') }
  }
  if (text.length > 60 || !/原件|复印件|影印件|电子|[份张]/.test(text)) return undefined
  const rest = text.replace(
    /原件|复印件|影印件|电子文档|电子版|纸质版?|现场核验|核验|查验|收|验|核|需|提供|或|和|及|与|并|各|均|一式|共|[（(）)、，,\s/]|(?:[一二两三四五六七八九十]{1,2}|\d{1,3})\s?[份张]/g,
    '',
  )
  return rest ? undefined : formOf(text)
}

function formOf(text: string): Shape {
  const count = /([一二两三四五六七八九十]{1,2}|\d{1,3})\s?[份张]/.exec(text)
  const copies = count ? readCount(count[1]!) : undefined
  const form = formIn(text)
  const plain =
    /^[（(]?(?:验|核|查验|现场核验)?(?:原件|复印件|电子版)?[，,]?(?:各|一式)?(?:[一二两三四五六七八九十\d]{1,3}\s?[份张])?[）)]?$/
  const told =
    plain.test(text.trim()) || /^(?:原件及复印件|原件和复印件)(?:[一\d]{1,3}份)?$/.test(text.trim())
  return {
    ...(copies ? { copies } : {}),
    ...(form ? { form } : {}),
    ...(told ? {} : { note: text.trim() }),
  }
}

function formIn(text: string): Material['form'] {
  const original = /原件/.test(text)
  const copy = /复印件|影印件/.test(text)
  if (original && copy) return /原件\s?(?:或|\/)|或/.test(text) ? undefined : '原件及复印件'
  if (/验原件|核原件|核验原件|原件(?:现场)?(?:核验|备查)|现场核验/.test(text)) return '验原件'
  if (original) return '原件'
  if (copy) return '复印件'
  return /电子|扫描件/.test(text) ? '电子' : undefined
}

// "A、B、C" where every part names a thing; undefined otherwise ("劳动关系、人事关系证明材料" is one thing).
function listed(text: string): string[] | undefined {
  const parts = splitOutside(text, '、').map((piece) => piece.text)
  if (parts.some((part) => /^本人?页/.test(part))) return undefined
  return parts.length > 1 && parts.length <= 20 && parts.every(isThing) ? parts : undefined
}

// "A或B"; a part that names no thing belongs to the next one ("指定受益人或法定继承人社会保障卡").
function splitOr(text: string): string[] | undefined {
  const cuts: string[] = []
  let from = 0
  for (const piece of splitOutside(text, '或/')) {
    const words = text.slice(from, piece.to).trim()
    const tail = /^者?(?:其他|其它|有关|相关)/.test(text.slice(piece.to + 1).trim())
    if (tail || !isThing(words) || /^(?:原件|复印件)/.test(text.slice(piece.to + 1).trim())) continue
    cuts.push(words)
    from = piece.to + 1
  }
  const rest = text.slice(from).trim()
  if (rest && cuts.length) cuts[cuts.length - 1] = text.slice(text.lastIndexOf(cuts.at(-1)!)).trim()
  const alternatives = cuts.map((cut) => cut.replace(/^者(?=[\u4e00-\u9fa5《])/, ''))
  return alternatives.length > 1 ? alternatives : undefined
}

function withAlternatives(text: string): Material {
  const chosen = oneOfBracket(text)
  if (chosen) return { ...peel(text), any_of: chosen.map(single) }
  const whole = peel(text)
  if (/等(?:有关|相关|原始|完整|证明|佐证)/.test(outsideBrackets(whole.name))) return whole
  // "身份证原件1份或社会保障卡原件1份（核实后退回）": each has a form of its own, what stands in the last bracket holds for both.
  const outer = peel(text, 'brackets')
  const raw = splitOr(outer.name)?.map(single)
  if (raw?.[0] && (raw[0].form || raw[0].copies)) return { ...outer, any_of: raw }
  const alternatives = adjoining(whole.name) ?? sameSort(splitOr(whole.name))
  return alternatives ? { ...whole, any_of: alternatives.map(single) } : whole
}

// "A、B或C" with A, B and C of one sort ("死亡证明、火化证明或户口注销证明"); other mixtures are left whole.
function sameSort(alternatives: readonly string[] | undefined): readonly string[] | undefined {
  if (!alternatives?.some((one) => splitOutside(one, '、').length > 1)) return alternatives
  const parts: string[] = []
  for (const one of alternatives) {
    let from = 0
    for (const piece of splitOutside(one, '、')) {
      if (piece.to < one.length && !isThing(one.slice(from, piece.to))) continue
      parts.push(one.slice(from, piece.to).trim())
      from = piece.to + 1
    }
  }
  const ends = new Set(parts.map((part) => peel(part).name.slice(-2)))
  if (parts.length === alternatives.length) return alternatives
  return ends.size === 1 && splitOutside(alternatives.at(-1)!, '、').length === 1 ? parts : undefined
}

const single = (text: string): Material => peel(text.replace(/^[或]/, ''))

// "基本身份类证明（身份证、《就业创业证》、社会保障卡任选其一）"
function oneOfBracket(name: string): string[] | undefined {
  const bracket = trailingBracket(name)
  const match = bracket && /^(.{2,200}?)(?:等材料|等)?(?:任选其一|任意一种|之一)$/.exec(bracket.inside)
  if (!match) return undefined
  const parts = splitOutside(match[1]!, '、，,').map((piece) => piece.text)
  return parts.length > 1 && parts.every((part) => part.length <= 30) ? parts : undefined
}

// "《甲》《乙》或《丙》" has no comma between its first two.
function adjoining(name: string): string[] | undefined {
  if (!/^《[^《》]{1,60}》《/.test(name) || !name.includes('或')) return undefined
  const titles = name.match(/《[^《》]{1,60}》/g) ?? []
  return titles.length > 1 ? titles : undefined
}

/** Takes brackets, form and copies off a phrase's end; what is left is the name. */
function peel(phrase: string, what: 'all' | 'brackets' = 'all'): Material {
  let name = phrase.trim()
  let copies: number | undefined
  let form: Material['form']
  const conditions: string[] = []
  const notes: string[] = []
  for (let round = 0; round < 6; round++) {
    const bracket = trailingBracket(name)
    if (bracket?.before) {
      const said = readForm(bracket.inside)
      if (said && what === 'all') {
        copies ??= said.copies
        form ??= said.form
        if (said.note) notes.unshift(said.note)
      } else if (said) break
      else if (bracket.inside.length <= 60 && CONDITION.test(bracket.inside))
        conditions.unshift(bracket.inside)
      else if (REMARK.test(bracket.inside) || bracket.inside.length > 12) {
        notes.unshift(bracket.inside)
      } else break
      if (/^(?:核|验|查验|现场核验)/.test(bracket.inside)) form ??= formIn(bracket.inside.slice(0, 8))
      name = bracket.before
      continue
    }
    if (what === 'brackets') break
    const counted = TRAILING_COUNT.exec(name)
    if (counted && counted.index > 0) {
      copies ??= readCount(counted[1]!)
      name = name.slice(0, counted.index).trim()
      continue
    }
    const formed = TRAILING_FORM.exec(name)
    if (formed && formed.index > 0 && !/[和及或与的]$/.test(name.slice(0, formed.index))) {
      const said = formOf(formed[0].replace(/^[，,、]/, ''))
      form ??= said.form
      if (said.note && !said.form) notes.unshift(said.note)
      name = name.slice(0, formed.index).trim()
      continue
    }
    break
  }
  name = name.replace(/[，,；;。、：:]+$/, '').trim()
  if (!name) return { name: phrase.trim() }
  return {
    name,
    ...(copies ? { copies } : {}),
    ...(form ? { form } : {}),
    ...(conditions.length ? { condition: conditions.join('；') } : {}),
    ...(notes.length ? { note: notes.join('；') } : {}),
  }
}

const TRAILING_COUNT = /[，,]?(?:各|共)?(?:一式)?([一二两三四五六七八九十]{1,2}|\d{1,3})\s?[份张]$/
const TRAILING_FORM =
  /[，,]?(?:验|核|查验)?(?:原件及复印件|原件和复印件|原件、复印件|原件或复印件|原件或电子件|原件和电子文档|复印件|原件|电子文档|电子版|电子件)$/
const CONDITION = /(?:提供|提交|的|时|办理)$|^(?:仅限|单身|需现场|如未|属)/
const REMARK =
  /签章|章$|提供|提交|内审|签字|签名|盖|公章|^如|包括|^含|来源|见附|任选|之一|下载|现场|留存|公示|内部|核查|共享|核验|备查|退回|备注|注明|链接|捺印|为准|不限|受理/
