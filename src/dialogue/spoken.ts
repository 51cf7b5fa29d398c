import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Nzh from 'nzh'
import { packageRoot } from '../core/package-root.js'
import { say } from './sentences.js'

interface SpokenWords {
  readonly digits: string
  readonly dayParts: readonly (readonly [until: number, name: string])[]
  readonly replace: readonly (readonly [pattern: string, by: string])[]
  readonly [word: string]: unknown
}
const words = JSON.parse(
  readFileSync(join(packageRoot, 'src/dialogue/data/spoken.json'), 'utf8'),
) as SpokenWords
const word = (key: string): string => String(words[key])

/**
 * A text as it is read aloud on the telephone: figures in words, times of day as people say them, phone numbers
 * digit by digit with pauses, no web addresses, no marks of lists. Figures inside names in Latin letters ("A4") stay.
 */
export const spoken = (text: string): string =>
  STEPS.reduce((rest, step) => step(rest), text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')

/** One digit after the other, as phone and reference numbers are read: "12333" → "幺二三三三". */
export const digitByDigit = (figures: string): string =>
  figures.replace(/\d/gu, (digit) => words.digits[Number(digit)]!)

const inWords = (figures: string): string => Nzh.cn.encodeS(figures)
const plainDigits = (figures: string): string =>
  [...figures].map((digit) => (digit === '0' ? word('zero') : inWords(digit))).join('')
const pattern = (source: string, flags = 'gu'): RegExp => new RegExp(source, flags)

const DASH = '\\s*[-~～—–－]+\\s*'
const URL =
  '(?:(?:https?://|www\\.)[\\x21-\\x7e]+|(?<![\\w.+-])[\\w.+-]+@[\\w.-]+|(?<![a-z0-9.-])[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:com|cn|net|org|gov|edu)(?![a-z0-9])(?:[:/][\\x21-\\x7e]*)?)'
const TIME = '([01]?\\d|2[0-4])[:：]([0-5]\\d)(?:[:：][0-5]\\d)?(?!\\d)'
const PARTS = word('dayPartWords')

/** In order: each step takes what the later ones would read wrongly. */
const STEPS: readonly ((text: string) => string)[] = [
  (text) => text.replace(/[^\S\n]+/gu, ' ').replace(/\s*\n\s*/gu, '\n'),
  (text) => text.replace(/[０-９Ａ-Ｚａ-ｚ．]/gu, (sign) => sign.normalize('NFKC')),
  (text) => text.replace(/(?<=\d)[,，](?=\d{3}(?!\d))/gu, ''),
  withoutAddresses,
  references,
  listMarks,
  times,
  dates,
  phones,
  (text) =>
    text
      .replace(pattern(`(?<=[\\d%％‰])${DASH}(?=\\d)`), word('to'))
      .replace(/(\d+(?:\.\d+)?)\s*([%％‰])/gu, (_, figures: string, sign: string) =>
        [sign === '‰' ? word('permille') : word('percent'), inWords(figures)].join(''),
      )
      .replace(/(?<![\d/])([1-9]\d{0,2})\/([1-9]\d{0,2})(?![\d/])/gu, (_, part: string, whole: string) =>
        [inWords(whole), word('over'), inWords(part)].join(''),
      ),
  numbers,
  (text) => words.replace.reduce((rest, [source, by]) => rest.replace(pattern(source), by), text),
]

/** Sites are named, not spelled; one without a name is said to be too long to read out. */
function withoutAddresses(text: string): string {
  return text
    .replace(pattern(`[（(]\\s*${URL}\\s*[）)]`, 'giu'), '')
    .replace(pattern(`(?<=[\\p{Script=Han}”》]\\s*)${URL}`, 'giu'), '')
    .replace(pattern(URL, 'giu'), say('spoken.address'))
}

/** Numbers of work orders and the like ("20250305-D-1-001AB2"), part by part. */
function references(text: string): string {
  return text.replace(/(?<![\w-])(?=[\dA-Za-z-]*[A-Z])(?=[\dA-Za-z-]*\d{6})\w+(?:-\w+)+/gu, (token) =>
    digitByDigit(
      token
        .split('-')
        .map((part) => (/^\d+$/u.test(part) ? groupsOf(part).join(word('pause')) : part))
        .join(word('pause')),
    ),
  )
}

function listMarks(text: string): string {
  const nth = (figures: string) => `${word('ordinal')}${inWords(figures)}${word('pause')}`
  return text
    .replace(/^\s*(?:[（(](\d{1,2})[）)]|(\d{1,2})(?:[、．]|\.(?!\d)))\s*/gmu, (_, a?: string, b?: string) =>
      nth(a ?? b ?? ''),
    )
    .replace(/[①-⑳]\s*/gu, (sign) => nth(String(sign.codePointAt(0)! - '①'.codePointAt(0)! + 1)))
}

function times(text: string): string {
  return text
    .replace(pattern(`(?<=\\d[:：][0-5]\\d)${DASH}(?=(?:${PARTS})?\\s*\\d{1,2}[:：])`), word('to'))
    .replace(
      pattern(`(?<![\\d.])(${PARTS})?\\s*${TIME}`),
      (_, part: string | undefined, h: string, m: string) => timeOfDay(Number(h), m, part),
    )
}

function timeOfDay(hour: number, minutes: string, part?: string): string {
  const name = part ?? words.dayParts.find(([until]) => hour <= until)?.[1] ?? ''
  const shown = hour > 12 ? hour - 12 : hour
  const said = shown === 2 ? word('two') : inWords(String(shown))
  return `${name}${said}${word('hour')}${minutesOf(minutes)}`
}

function minutesOf(minutes: string): string {
  if (minutes === '00') return ''
  if (minutes === '30') return word('half')
  return (minutes.startsWith('0') ? plainDigits(minutes) : inWords(minutes)) + word('minute')
}

function dates(text: string): string {
  return text
    .replace(
      /(?<![\d.-])((?:19|20)\d{2})([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d.-])/gu,
      (_, year: string, _sign, month: string, day: string) =>
        [
          plainDigits(year) + word('year'),
          inWords(String(Number(month))) + word('month'),
          inWords(String(Number(day))) + word('day'),
        ].join(''),
    )
    .replace(
      pattern(`(?<!\\d)(\\d{4})${DASH}(\\d{4})(?=${word('year')})`),
      (_, from: string, until: string) => plainDigits(from) + word('to') + plainDigits(until),
    )
    .replace(pattern(`(?<!\\d)\\d{4}(?=${word('year')})`), plainDigits)
    .replace(/(?<=[〔[［（(])(?:19|20)\d{2}(?=[〕\]］）)])/gu, plainDigits)
}

const ALONE = '(?<![\\dA-Za-z.*])'
const NOT_COUNTED = `(?![\\d.*]|\\s*(?:${word('amounts')}))`

function phones(text: string): string {
  const grouped = (figures: string) => digitByDigit(groupsOf(figures).join(word('pause')))
  return text
    .replace(
      pattern(`${ALONE}(0\\d{2,3})${DASH}?(\\d{5,8})(?:${DASH}(\\d{1,6}))?(?!\\d)`),
      (_, area, own, ext) =>
        [
          grouped(String(area)),
          grouped(String(own)),
          ...(ext ? [word('extension') + grouped(String(ext))] : []),
        ].join(word('pause')),
    )
    .replace(pattern(`${ALONE}(400)-(\\d{3})-(\\d{4})(?!\\d)`), (whole) =>
      digitByDigit(whole.replaceAll('-', word('pause'))),
    )
    .replace(pattern(`${ALONE}(?:${word('serviceNumbers')})${NOT_COUNTED}`), grouped)
    .replace(pattern(`(?<=(?:${word('dial')})\\s*)(?:${word('afterDial')})${NOT_COUNTED}`), digitByDigit)
    .replace(pattern(`${ALONE}\\d{7,}${NOT_COUNTED}`), grouped)
}

/** As people pause in a number: 138 0000 0000, 282 8452, 1234 5678. */
function groupsOf(figures: string): string[] {
  if (figures.length <= 6) return [figures]
  const first = figures.length % 4 || 4
  return [figures.slice(0, first), ...(figures.slice(first).match(/.{1,4}/gu) ?? [])]
}

function numbers(text: string): string {
  return text
    .replace(pattern(`${ALONE}0\\d+(?![\\d.A-Za-z])`), plainDigits)
    .replace(pattern(`(?<!${word('ordinal')}\\s*)${ALONE}2(?=\\s*(?:${word('counted')}))`), word('two'))
    .replace(/(?<![\dA-Za-z.])\d+(?:\.\d+){2,}(?![\dA-Za-z])/gu, (figures) =>
      figures.split('.').map(inWords).join(word('point')),
    )
    .replace(/(?<![\dA-Za-z.*])\d+(?:\.\d+)?(?![\d.]*[\dA-Za-z*])/gu, inWords)
}
