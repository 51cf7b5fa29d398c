import { compileKnowledge, openKnowledge, type KnowledgeBase } from '../../../knowledge/base.js'
import type { Entry } from '../../../knowledge/entry.js'

/** A knowledge base of the given entries. */
export const knowledgeOf = (entries: readonly Entry[]): KnowledgeBase =>
  openKnowledge(compileKnowledge(entries, { '001': '某市办事指南' }))

/** A place's way to look up one's own records, as a guide tells it. */
export const rightsRecord: Entry = {
  id: '210300.personal-rights-record',
  kind: 'service',
  region: '210300',
  place_name: '鞍山市',
  title: '个人权益记录查询打印',
  topic: 'personal-rights-record',
  fields: { channels: '窗口、网上、掌上、自助' },
  sections: { channels: { guide: '001', section: '办理渠道', lines: [10, 14] } },
  channels: [
    { type: '窗口', text: '窗口办：综合窗口1-7号', addresses: ['综合窗口1-7号'] },
    { type: '网上', text: '网上办：某政务网https://a.cn/login', urls: ['https://a.cn/login'] },
    { type: '网上', text: '网上申报', urls: ['si.12333.gov.cn', 'https://b.cn'] },
    { type: '掌上', text: '掌上办：某APP', apps: ['某APP'] },
    { type: '自助', text: '自助办：大厅自助查询打印机' },
  ],
  phones: [{ number: '0412-5580303' }],
  source: { guide: '001', lines: [1, 20] },
}

/** A guide that says there is a way and does not name it. */
export const silentRecord: Entry = {
  ...rightsRecord,
  id: '150000.personal-rights-record',
  region: '150000',
  place_name: '内蒙古自治区',
  channels: [
    { type: '窗口', text: '窗口办理' },
    { type: '网上', text: '网络办理' },
  ],
  phones: [],
}

/** A place's service that works out benefits. */
export const calculator: Entry = {
  ...rightsRecord,
  id: '210300.benefit-calculator',
  title: '人社待遇测算服务',
  topic: 'benefit-calculator',
}
