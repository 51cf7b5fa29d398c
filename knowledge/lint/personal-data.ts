import type { Entry, Field, LineRange } from '../entry.js'
import { fieldTexts } from './field-texts.js'
import { findingOn, type LintFinding } from './finding.js'

/** Something of one person in a text. Office numbers are `certain: false`: an editor decides. */
export interface PersonalDatum {
  readonly kind: '身份证号' | '手机号' | '银行卡号' | '个人编号' | '默认密码'
  /** As it may be shown: middle figures hidden. */
  readonly shown: string
  readonly certain: boolean
}

/** Looks through every text of an entry: title, fields, operator notes, members and steps. */
export function personalDataIn(entry: Entry): { certain: LintFinding[]; doubtful: LintFinding[] } {
  const findings = textsOf(entry).flatMap(({ field, lines, text, where }) =>
    findPersonalData(text, isOfficeField(field)).map((datum) => ({
      certain: datum.certain,
      finding: findingOn(entry, {
        code: datum.certain ? 'personal_data' : 'bad_phone',
        ...(field && { field }),
        message: datum.certain
          ? `${where}中有${datum.kind}（${datum.shown}），必须删除。`
          : `${where}中的${datum.shown}是手机号，请确认是单位公布的服务电话。`,
        ...(lines && { lines }),
      }),
    })),
  )
  return {
    certain: unique(findings.filter(({ certain }) => certain).map(({ finding }) => finding)),
    doubtful: unique(findings.filter(({ certain }) => !certain).map(({ finding }) => finding)),
  }
}

/**
 * Finds identity numbers, mobile numbers, bank cards, filled-in person numbers and default PINs in a text, digits broken by spaces or hyphens
 * included. `office`: the text is a row of contacts, where a mobile number is taken for a service line.
 */
export function findPersonalData(text: string, office = false): PersonalDatum[] {
  const plain = text.normalize('NFKC').replace(/https?:\/\/[\x21-\x7e]+/g, (url) => ' '.repeat(url.length))
  const found: PersonalDatum[] = []
  for (const run of plain.matchAll(RUN))
    for (const { kind, figures, at } of numbersIn(run[0])) {
      const before = plain.slice(Math.max(0, run.index + at - 16), run.index + at)
      const served = kind === '手机号' && (office || SERVICE.test(before)) && !PERSON.test(before)
      found.push({ kind, shown: hide(figures), certain: !served })
    }
  // Hidden by halves, region and birthday still stand there.
  for (const match of plain.matchAll(HALF_HIDDEN))
    found.push({ kind: '身份证号', shown: hide(match[0]), certain: true })
  // A form filled in: whatever stands behind the label is somebody's ("身份证号 1504…41", a screenshot's OCR).
  for (const [, label, figures] of plain.matchAll(FILLED_IN))
    if (!found.some(({ shown }) => shown.slice(0, 3) === figures!.slice(0, 3)))
      found.push({
        kind: label!.startsWith('身份') || label!.startsWith('公民') ? '身份证号' : '个人编号',
        shown: hide(figures!),
        certain: true,
      })
  for (const match of plain.matchAll(PIN)) found.push({ kind: '默认密码', shown: match[1]!, certain: true })
  return found
}

// Figures with at most one space, hyphen or line break between them; tabs part the cells of a table.
const RUN = /(?<![\d.〔[])\d(?:[ \u00a0\n-]?\d){9,60}(?:[ \u00a0]?[Xx](?![A-Za-z]))?(?!\d)/g

// A run may be one number broken up or several numbers in a row: the longest stretch that makes sense counts.
function numbersIn(run: string): { kind: PersonalDatum['kind']; figures: string; at: number }[] {
  const groups = [...run.matchAll(/\d+[Xx]?|[Xx]/g)]
  const found: { kind: PersonalDatum['kind']; figures: string; at: number }[] = []
  for (let from = 0; from < groups.length; from++)
    for (let to = groups.length; to > from; to--) {
      const figures = groups.slice(from, to).join('').toUpperCase()
      const kind = kindOf(figures, to - from)
      if (!kind) continue
      found.push({ kind, figures, at: groups[from]!.index })
      from = to - 1
      break
    }
  return found
}

// Codes, amounts and lists of small numbers are not personal: length, region, date, check figure and the number of
// pieces decide.
function kindOf(figures: string, pieces: number): PersonalDatum['kind'] | undefined {
  if (isIdentity(figures)) return '身份证号'
  if (pieces <= 5 && /^(?:86)?1[3-9]\d{9}$/.test(figures)) return '手机号'
  const card = /^(?:62|60|4\d|5[1-5]|3[4-7]|9\d)\d{14,17}$/.test(figures)
  return pieces <= 6 && card && passesLuhn(figures) ? '银行卡号' : undefined
}

const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|7[1]|8[1-3])/

function isIdentity(figures: string): boolean {
  if (!PROVINCE.test(figures)) return false
  if (/^\d{17}[\dX]$/.test(figures)) {
    // A printed sample or a misread figure fails the check, yet it still names a birthday: reported all the same.
    return isDate(Number(figures.slice(6, 10)), figures.slice(10, 12), figures.slice(12, 14))
  }
  return (
    /^\d{15}$/.test(figures) &&
    isDate(1900 + Number(figures.slice(6, 8)), figures.slice(8, 10), figures.slice(10, 12))
  )
}

function isDate(year: number, month: string, day: string): boolean {
  return (
    year >= 1900 && year <= 2035 && /^(?:0[1-9]|1[0-2])$/.test(month) && /^(?:0[1-9]|[12]\d|3[01])$/.test(day)
  )
}

/** The check of ISO/IEC 7812-1, which every bank card number passes and one number in ten by chance. */
function passesLuhn(figures: string): boolean {
  const sum = Array.from(figures)
    .reverse()
    .reduce((total, figure, index) => {
      const value = Number(figure) * (index % 2 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0
}

const HALF_HIDDEN = /(?<![\dA-Za-z])[1-8]\d{5}(?:19|20)\d{2}\d{0,4}[*.·]{2,}[\dXx*]{0,4}/g
const FILLED_IN =
  /(公民身份号码|身份证号码?|个人编号|人员编号|社保卡号|银行卡号|银行账号)[ \t]*[:：|]?[ \t]*((?:\d[ .*·-]{0,3}){6,30})/g

const SERVICE =
  /(?:咨询|服务|联系|办公|值班|投诉|举报|监督|预约|受理|业务)(?:电话|热线|手机|方式)[^\n。；]{0,8}$|(?:热线|窗口电话)[^\n。；]{0,6}$/
const PERSON = /姓名|先生|女士|同志|身份证|本人|申请人|经办人|联系人|来电人|诉求人/
const PIN =
  /((?:初始|默认|缺省|出厂|原始)(?:交易|查询|登录|服务|社保卡|卡|社保)?密码)\s*(?:统一)?(?:为|是|[:：])/g

function isOfficeField(field: Field | undefined): boolean {
  return field === 'phone' || field === 'complaint'
}

function hide(written: string): string {
  const figures = written.replace(/[^\dX]+/gi, '')
  return `${figures.slice(0, 3)}…${figures.slice(-2)}`
}

interface Text {
  readonly where: string
  readonly text: string
  readonly field?: Field
  readonly lines?: LineRange
}

function textsOf(entry: Entry): Text[] {
  const { source, operator = [] } = entry
  const own = fieldTexts(entry).map(([field, text]) => {
    const lines = entry.sections[field]?.lines
    return { where: '正文', text, field, ...(lines && { lines }) }
  })
  const internal = operator.map(({ section, text, lines }) => ({
    where: `内部说明“${section}”`,
    text: `${section}\n${text}`,
    lines,
  }))
  const rest = [
    entry.title,
    ...(entry.aliases ?? []),
    ...(entry.members ?? []).flatMap((member) => [member.name, member.handler ?? '']),
    ...(entry.steps ?? []),
  ].map((text) => ({ where: '标题或结构化内容', text, lines: source.lines }))
  return [...own, ...internal, ...rest]
}

// Steps repeat the field they were read from: one message a number.
function unique(findings: readonly LintFinding[]): LintFinding[] {
  const seen = new Set<string>()
  return findings.filter(({ message }) => {
    const key = message.replace(/^.*?（/, '')
    return !seen.has(key) && seen.add(key)
  })
}
