import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Node } from 'yaml'
import { CodedError } from '../core/errors.js'
import { toStory, StoryText } from './story-schema.js'
import type { Story } from './story.js'

/** Reads the stories of files, and of the *.yaml files directly in folders. Throws `story.*` naming file and line. */
export function readStoryFiles(paths: readonly string[]): Story[] {
  return paths.flatMap(filesOf).flatMap((file) => readStories(readText(file), file))
}

/**
 * Reads the stories of one YAML text: several documents, each a story or a list of them. Everything is text: "2" and
 * "2025-03-05" stay as written. Throws `story.bad_file` with every fault, a line each: "file:line what".
 */
export function readStories(text: string, file: string): Story[] {
  const lineCounter = new LineCounter()
  const documents = parseAllDocuments(text, { schema: 'failsafe', lineCounter, prettyErrors: false })
  const faults: string[] = []
  const fault = (line: number, what: string) => faults.push(`${file}:${line} ${what}`)
  const stories = [...documents].flatMap((document) => {
    for (const { code, message, pos } of document.errors)
      fault(lineCounter.linePos(pos[0]).line, YAML_FAULTS[code] ?? `写法有误：${message}`)
    if (document.errors.length > 0 || isEmpty(document)) return []
    const roots: (Node | null)[] = isSeq(document.contents) ? document.contents.items : [document.contents]
    return roots.flatMap((root) => {
      const lineAt = (path: readonly PropertyKey[]) => lineCounter.linePos(offsetAt(root, path)).line
      const parsed = StoryText.safeParse(root?.toJS(document))
      if (parsed.success) return [toStory(parsed.data, file, lineAt)]
      for (const { path, message, ...issue } of parsed.error.issues) {
        const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
        fault(lineAt([...path, ...key]), message)
      }
      return []
    })
  })
  if (faults.length > 0) throw new CodedError('story.bad_file', faults.join('\n'), file)
  return stories
}

/** The faults editors make, in their language; by the YAML reader's codes. */
const YAML_FAULTS: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进没有对齐',
  DUPLICATE_KEY: '同一个键写了两次',
  MISSING_CHAR: '缺少引号、括号或冒号后的空格',
  TAB_AS_INDENT: '缩进要用空格，不能用制表符',
  MULTILINE_IMPLICIT_KEY: '键和值要写在同一行；文字里有冒号加空格的，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里只能有一个“键: 值”；文字里有冒号加空格的，请加引号',
  UNEXPECTED_TOKEN: '这里多了符号；以引号、括号、*、& 开头的文字请加引号',
}

const isEmpty = ({ contents }: Document): boolean =>
  contents === null || (isScalar(contents) && String(contents.value).trim() === '')

/** Where the node of a path begins; of what is not there, its nearest parent. */
function offsetAt(root: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === part)
      if (!pair) break
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(part)]
      offset = (node as Node | undefined)?.range?.[0] ?? offset
    } else break
  }
  return offset
}

function filesOf(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(path, name))
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new CodedError('story.no_file', `读不到这个文件 · cannot read ${file}`, file)
  }
}
