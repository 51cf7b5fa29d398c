import { formatLint, lintKnowledge } from '../../../knowledge/lint/index.js'
import { entryOf } from './entries.js'

const laiyuan = { region: '130630', place_name: '涞源县' }

describe('linting the whole base', () => {
  test('personal data and schema slips are errors, the rest are warnings', () => {
    const report = lintKnowledge([
      entryOf({ fields: { conditions: '申请人 13800001234', phone: '5542127' } }),
      entryOf({ id: '450700.same', fields: { conditions: '甲' } }),
      entryOf({ id: '450700.same', fields: { conditions: '乙' } }),
      entryOf({ fields: { conditions: '丙' }, sections: {} }),
      entryOf({ id: '钦州.x', fields: { conditions: '丁' } }),
    ])
    expect(report.errors.map(({ code }) => code).sort()).toEqual([
      'personal_data',
      'schema',
      'schema',
      'schema',
      'schema',
    ])
    expect(report.warnings.map(({ code }) => code)).toEqual(['bad_phone'])
  })

  test('one sentence with two numbers in two places', () => {
    const text = (years: number) => `取得城乡规划专业大学专科学历，从事城乡规划业务工作满${years}年；`
    const { warnings } = lintKnowledge([
      entryOf({ fields: { conditions: text(6) } }),
      entryOf({ ...laiyuan, id: '130630.a', fields: { conditions: text(4) } }),
    ])
    expect(warnings.map(({ code, region }) => [code, region])).toEqual([
      ['contradiction', '450700'],
      ['contradiction', '130630'],
    ])
    expect(warnings[0]?.message).toMatch(/满6年.*涞源县.*满4年/)
  })

  test('list numbers, table rows and the same words in one entry are no contradiction', () => {
    const { warnings } = lintKnowledge([
      entryOf({
        fields: {
          conditions:
            '3.参保人员已经审批部门批准退休满1年的情形。\n连续的2个年度内参加上述科目考试并合格；连续的3个年度内参加上述科目考试并合格',
        },
      }),
      entryOf({
        ...laiyuan,
        id: '130630.b',
        fields: { conditions: '（1）参保人员已经审批部门批准退休满1年的情形。' },
      }),
    ])
    expect(warnings).toEqual([])
  })

  test('the report counts first and groups by place and kind', () => {
    const text = formatLint(
      lintKnowledge([
        entryOf({ title: '甲事项', fields: { phone: '暂无', conditions: '本人13800001234' } }),
        entryOf({
          ...laiyuan,
          id: '130630.c',
          title: '乙事项',
          fields: { result: '3个工作日', time_limit: '5个工作日' },
        }),
      ]),
    )
    expect(text.split('\n')[0]).toBe('知识库检查：错误 1 项，提醒 2 项（其中 1 项同时提示群众）')
    expect(text).toContain('个人信息 1')
    expect(text).toMatch(/钦州市（450700）：1 项\n {2}【缺少要素】1 项\n {4}- 甲事项（咨询电话，第\d+行）/)
    expect(text).toMatch(/\* 乙事项（结果送达/)
    expect(text).not.toContain('13800001234')
  })

  test('nothing to say', () => {
    expect(formatLint(lintKnowledge([]))).toBe('知识库检查：错误 0 项，提醒 0 项（其中 0 项同时提示群众）\n')
  })
})
