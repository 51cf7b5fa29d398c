import type { Line } from './tabbed-rows.js'

export type WayName = '窗口办' | '现场办' | '网上办' | '掌上办' | '自助办'

/** One way to apply, as 办理路径 lists it; its words begin behind the label. */
export interface Way {
  readonly name: WayName
  /** "①窗口办：", as written. */
  readonly label: string
  readonly labelLine: Line
  /** Lines with words, the label taken off. */
  readonly lines: readonly Line[]
}

/** Splits 办理路径 at "①窗口办：", "网上办：" and so on; lines before the first way belong to none. */
export function channelWays(lines: readonly Line[]): Way[] {
  const ways: (Way & { readonly lines: Line[] })[] = []
  for (const line of lines) {
    const label = WAY.exec(line.text)
    if (!label) {
      ways.at(-1)?.lines.push(line)
      continue
    }
    const rest = line.text.slice(label[0].length)
    ways.push({
      name: label[1] as WayName,
      label: label[0],
      labelLine: line,
      lines: rest ? [{ ...line, text: rest }] : [],
    })
  }
  return ways
}

const WAY = /^[①-⑳]?\s*(窗口办|现场办|网上办|掌上办|自助办)\s*[：:]\s*/
