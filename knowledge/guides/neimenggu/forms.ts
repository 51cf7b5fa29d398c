import type { Omission } from '../contract.js'

/** Whether a row opens an appendix, a blank form or a template that does not belong to the section before it. */
export function opensForm(text: string): boolean {
  return FORM_OPENINGS.some((pattern) => pattern.test(text))
}

/** What a row inside an appendix is: a flow chart's caption or part of a form. */
export function formKind(text: string): Omission {
  return /流程图|^图 |见图|^[AB]\.\d[。.]?$|^B\.\d .*流程/.test(text) ? 'flow_chart' : 'blank_form'
}

const FORM_OPENINGS: readonly RegExp[] = [
  /^附[录件表]\s*[A-Z\d]?(\s*[（(:：]|$|\s*[、\d])/,
  // A form whose 附录 heading is missing (3562, 3764, 15966).
  /^[AB]\.\d\s*《|^表\s*[AB]\.\d\s|见表\s*[AB]\.\d[。.]?$/,
  /^文书格式[:：]/,
  /^编号[:：]$/,
  // A form's own title, which unlike a sentence ends without a full stop (8808, 9314, 14669).
  /^(?!.*[。；，：:\t《])\S.{2,40}(表|回执单|联系函)$/,
  // The rest of a template whose head was a picture (17409).
  /^1\.$/,
]
