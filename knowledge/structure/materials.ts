import type { Material, MaterialGroup } from '../entry.js'
import { splitOutside } from './brackets.js'
import { findVerb } from './demand.js'
import { addNote, arrange, groupUnder, stating, type Item } from './material-items.js'
import { isThing } from './material-name.js'
import { CONTENT, LABEL, leafItems, readPoint } from './material-sentence.js'
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

const NOTHING =
  /^[（(]?(?:无|无需|不需|不用|免|没有|“?.{0,6}”?不需要提供|无需任何|暂无)(?:要|任何|提供|提交|申请|办理|相关)*(?:材料|要件|资料)?(?:[。，,]|$)/

function itemsOf(points: readonly Point[]): Item[] {
  const items: Item[] = []
  for (const point of points) {
    if (point.kind === 'note') remark(items, point.text)
    else if (point.rows)
      for (const group of groupRows(readMaterialTable(point.rows))) items.push(...inline(group))
    else if (point.children.length) items.push(...headed(point))
    else {
      const read = readPoint(point)
      const last = items.at(-1)
      // An unnumbered sentence that names nothing to bring belongs to what stands above it.
      if (typeof read === 'string') {
        if (point.kind === 'plain' && last && 'material' in last && /^(?:包括|其中|如|涉及)/.test(read))
          addNote(items, read)
        else items.push(stating(read))
      } else items.push(...read)
    }
  }
  return items
}

const inline = (group: MaterialGroup): Item[] =>
  group.condition ? [{ group }] : group.materials.map((material) => ({ material }))

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
  if (
    point.number !== undefined &&
    !/[：:]$/.test(point.text) &&
    /(?:表|单|证|卡|函|》)(?:[（(][^（）()]{1,20}[)）])?$/.test(head) &&
    isThing(head)
  )
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
    condition
      ? { ...material, condition: [condition, material.condition].filter(Boolean).join('；') }
      : material
  return [...group.materials.map(told), ...(group.groups ?? []).flatMap((inner) => within(inner, condition))]
}

// "注:④⑤为单位首次备案提供" speaks of two points; any other remark is of the whole list.
function remark(items: Item[], text: string) {
  const numbers = [...text.slice(0, 20).matchAll(/[①-⑳]/g)].map(([sign]) => sign.charCodeAt(0) - 0x2460 + 1)
  const targets = items.filter(
    (item) => 'material' in item && item.number !== undefined && numbers.includes(item.number),
  )
  if (!numbers.length || targets.length !== numbers.length) return void items.push(stating(text))
  for (const target of targets) addNote(items, text, items.indexOf(target))
}
