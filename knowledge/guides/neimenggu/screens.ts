import type { Row } from './rows.js'

/** Parts the rows of an internal section into what an operator may read and what is text of a screenshot. */
export function withoutScreens(rows: readonly Row[]): { prose: Row[]; screen: Row[] } {
  const prose: Row[] = []
  const screen: Row[] = []
  let onScreen = false
  for (const row of rows) {
    if (OPENS_SCREEN.test(row.text)) onScreen = true
    else if (RESUMES_TEXT.test(row.text)) onScreen = false
    ;(onScreen ? screen : prose).push(row)
  }
  return { prose, screen }
}

/** Whether a row of a screenshot shows the sample person's data rather than labels of the form. */
export function showsSamplePerson(text: string): boolean {
  return /身份证|姓名|个人编号|人员编号|认定书号|出生|诊断|事故|单位名称|单位编号|供养|工伤时间|工亡时间|The screenshot/.test(
    text,
  )
}

// First row of a screenshot: the window's tabs and buttons, or the head of its first panel.
const OPENS_SCREEN =
  /^(欢迎|操作日志|请输入|人员(基本)?信息$|个人工伤信息|The screenshot|在此选择|工伤待遇手动调整$|(继续|康复)治疗申请 |认定书 认定书)/
// Text goes on with a numbered sentence, a bracketed heading, or a hint on a button.
const RESUMES_TEXT = /^(-\s*)?(\d+[.．、]\s*\D|[（(][一二三四五六七八九十]+[）)]).*|^点击【|^注意事项[:：]$/
