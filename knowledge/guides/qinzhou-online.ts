/**
 * Whether a line of 办理方式 or 办理地点 tells where to apply online, so that it stands in `online_url` too: it gives a
 * web address, names an app, mini-program, official account or platform, or opens the list of these ("2.网上申报：").
 * A bare "网上申报" says how, not where, and "自助一体机" or "村级人社服务平台" are places to go to.
 */
export function isOnlineAddress(text: string): boolean {
  return WEB_ADDRESS.test(text) || ONLINE_PLACE.test(text) || LIST_HEAD.test(text)
}

// The guide writes some with a full-width colon ("http：//"), some without a scheme ("si.12333.gov.cn").
const WEB_ADDRESS = /https?\s*[:：]|www\.|\.(?:gov\.cn|com|cn|net)\b/i
const ONLINE_PLACE = /APP|小程序|公众号|网上服务大厅|政务服务大厅|(?:公共|政务|管理)服务平台/i
const LIST_HEAD = /^\d+\s*[.．、]\s*(?:网上申报|网上办理|网报地址|网办地址)\s*[：:]$/
