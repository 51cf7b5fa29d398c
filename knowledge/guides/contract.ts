import type { Field, Flag, Kind, LineRange, Member, OperatorNote } from '../entry.js'

/** A guide's text; `lines[0]` is line 1 of the file. */
export interface GuideText {
  /** "000" … "004": the first three characters of the file's name. */
  readonly guide: string
  readonly lines: readonly string[]
}

/** Why a line of a guide does not enter the knowledge base. */
export const OMISSIONS = {
  contents: '目录',
  page_mark: '页眉、页码',
  heading: '章节标题、条目编号',
  table_header: '表头、栏目名',
  picture: '图片占位与图片识别文字',
  flow_chart: '流程图文本框碎片',
  internal_screen: '系统操作与截图文字',
  blank_form: '空白表单',
  sample_data: '示例数据',
  personal_data: '个人信息',
  duplicate: '重复的正文',
  front_matter: '封面、前言、标准文本套话',
} as const
export type Omission = keyof typeof OMISSIONS

/** What became of one line: it stands in an entry's part, or it was left out for a named reason. */
export type LineUse =
  | {
      readonly line: number
      /** Index into `Reading.entries`. */
      readonly entry: number
      readonly part: Field | 'title' | 'code' | 'members' | 'operator' | 'companion'
      /** The line's leading label ("办理时限：", "5.3 办理时限"), which does not enter the part's text. */
      readonly label?: string
    }
  | { readonly line: number; readonly omitted: Omission }

/** A text that belongs to an entry though it bears a title of its own (操作手册, 告知书, 工作细则). */
export interface Companion {
  readonly title: string
  readonly fields: ReadEntry['fields']
  readonly sections?: ReadEntry['sections']
  readonly source: { readonly lines: LineRange }
}

/** An entry as a reader finds it: the verbatim part. Id, topic and structured parts are added by the importer. */
export interface ReadEntry {
  readonly kind: Kind
  readonly title: string
  readonly code?: string
  readonly aliases?: readonly string[]
  readonly chapter?: string
  readonly fields: Partial<Record<Field, string>>
  /** Lines (and the section's own heading, where it has one) of each field in `fields`. */
  readonly sections: Partial<Record<Field, { readonly section?: string; readonly lines: LineRange }>>
  readonly members?: readonly Member[]
  readonly companions?: readonly Companion[]
  /** Title of the entry of this guide that this one prints once more under another title. */
  readonly duplicate_of?: string
  readonly operator?: readonly OperatorNote[]
  readonly lines: LineRange
  /** Only slips that the layout itself shows (a broken code, swapped rows); the rest is lint's work. */
  readonly flags?: readonly Flag[]
}

export interface Reading {
  readonly entries: readonly ReadEntry[]
  /** Every non-blank line of the guide at least once. */
  readonly uses: readonly LineUse[]
}

/** Reads one layout of guide. Pure; throws only when the text is not of this layout at all. */
export interface GuideReader {
  readonly guide: string
  /** GB/T 2260 code. */
  readonly region: string
  readonly place_name: string
  /** The guide's title as a reader of the reply knows it. */
  readonly name: string
  read(text: GuideText): Reading
}
