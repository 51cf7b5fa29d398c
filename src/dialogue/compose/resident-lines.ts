const HEADING = /^\s*(\d+(?:\.\d+)+)\s*(\S{1,16})$/
/** Steps the staff take among themselves, and charts that are pictures: not for residents. */
const STAFF_STEP =
  /^(?:前台|网上|业务|标准制卡照片|学校)?(?:受理|审核|初审|复核|审批|柜台核验|资金拨付|归档|信息采集)|流程图|审核要点|分别处理/
/** Which buttons a clerk presses in the office's system. */
const SCREEN = /点[击]?“|子系统|勾选|录入系统|流程图见附录/

/**
 * A process as residents may see it: sections numbered "6.2 审核" that only tell the staff what to check are left
 * out with everything below them, and so are lines about the office's own system.
 */
export function residentLines(lines: readonly string[]): string[] {
  let hidden: string | undefined
  return lines.filter((line) => {
    const heading = HEADING.exec(line)
    if (heading) {
      const [, number = '', name = ''] = heading
      if (hidden !== undefined && !number.startsWith(`${hidden}.`)) hidden = undefined
      if (hidden === undefined && STAFF_STEP.test(name)) hidden = number
    }
    return hidden === undefined && !SCREEN.test(line)
  })
}
