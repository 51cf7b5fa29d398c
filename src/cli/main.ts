#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { CodedError } from '../core/errors.js'
import type { ChatOptions } from './chat.js'
import type { EvalOptions } from './eval.js'

// Each command loads its own code, so that none waits for what another needs.
const program = new Command('wenban')
  .description('问办：人社与社保的办事问答助手')
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })

program
  .command('ask')
  .description('问一句，或用 --jsonl 逐行问答')
  .argument('[text...]', '要问的话')
  .option('--place <name>', '地区：名称或 GB/T 2260 代码')
  .option('--jsonl', '从标准输入逐行读 JSON，逐行写回')
  .option('--explain', '说明为什么这样理解：地区、候选、依据、决定')
  .action(async (words: string[], options: { place?: string; jsonl?: boolean; explain?: boolean }) => {
    const { askOnce, askLines, explainOnce } = await import('./ask.js')
    if (options.jsonl) await askLines(process.stdin, process.stdout)
    else if (options.explain) explainOnce(words.join(' '), options.place)
    else askOnce(words.join(' '), options.place)
  })

const kb = program.command('kb').description('知识库：导入、导出、检查')
kb.command('import')
  .description('读指南，写知识库，列出数目与标记')
  .option('--from <dir>', '指南所在文件夹', '../shared/guides')
  .option('--check', '只核对：结果与现有数据不同即失败', false)
  .action(async (options: { from: string; check: boolean }) => {
    const { runImport } = await import('./kb.js')
    process.exitCode = runImport(options)
  })
kb.command('export')
  .description('逐行写出全部条目')
  .option('--jsonl', '一行一条 JSON', true)
  .action(async () => (await import('./kb.js')).runExport())
kb.command('lint')
  .description('查缺项、重复、矛盾、过期、网址电话、个人信息')
  .action(async () => {
    process.exitCode = (await import('./kb.js')).runLint()
  })
kb.command('schema')
  .description('导出条目的 JSON Schema')
  .action(async () => (await import('./kb.js')).printSchema())

program
  .command('eval')
  .description('评测：逐条问答并与预期对照')
  .argument('<dir>', '放有 questions、ambiguous、oos、dialogs 四个 .jsonl 的文件夹')
  .option('--report <file>', '写出中文报告（Markdown）')
  .option('--errors <file>', '写出未通过的行（JSONL）')
  .option('--baseline <file>', '与基线比较，有一项不及即失败')
  .option('--write-baseline', '把这次的结果写作基线')
  .action(async (folder: string, options: EvalOptions) => {
    process.exitCode = (await import('./eval.js')).runEval(folder, options)
  })

program
  .command('story')
  .description('按故事文件逐句对话，指出哪一句走偏')
  .argument('<file...>', '故事文件（YAML）或放故事文件的文件夹')
  .action(async (files: string[]) => {
    process.exitCode = (await import('./story.js')).runStories(files)
  })

program
  .command('chat')
  .description('在终端里对话')
  .option('--place <name>', '地区：名称或 GB/T 2260 代码')
  .option('--channel <word>', '渠道：网页、微信、电话')
  .action(async (options: ChatOptions) => {
    await (await import('./chat.js')).chat(options, process.stdin, process.stdout)
  })

program
  .command('serve')
  .description('启动网页与接口')
  .action(async () => {
    await (await import('../server/main.js')).serve(process.env)
  })

// `wenban kb export | head`: who reads has had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = report(error)
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode
  if (error instanceof CodedError) {
    console.error(`${error.code}: ${error.message}`)
    return 1
  }
  console.error(error)
  return 1
}
