import type { KnowledgeBase } from '../../knowledge/base.js'
import type { Channel as Way, Entry, Phone } from '../../knowledge/entry.js'
import type { Channel } from '../core/context.js'
import type { Block, SourceRef } from '../core/reply.js'
import type { Field } from '../core/vocabulary.js'
import { sourceBlock, sourcesOf } from './compose/source-line.js'
import { mannerPolicy } from './manner-policy.js'
import { say } from './sentences.js'

/** How people of a place can do something themselves, as the place's own entries say it. */
export interface SelfServiceWays {
  /** Web sites, with the name where the guide gives one. */
  readonly sites: readonly string[]
  readonly apps: readonly string[]
  readonly machines: readonly string[]
  readonly counters: readonly string[]
  readonly phones: readonly string[]
  /** The entries they stand in; none where the place's guide says nothing. */
  readonly entries: readonly Entry[]
}

/** How people of a place look up their own records; of no place, or one whose guide is silent: no ways. */
export const selfServiceWays = (knowledge: KnowledgeBase, region: string | undefined): SelfServiceWays =>
  waysOn(knowledge, region, mannerPolicy.lookup)

/** Where in a place people can have their pension worked out. */
export const calculatorWays = (knowledge: KnowledgeBase, region: string | undefined): SelfServiceWays =>
  waysOn(knowledge, region, mannerPolicy.calculator)

/** The fields the ways are read from. */
const SHOWN: readonly Field[] = ['channels', 'online_url', 'location', 'phone']

/** The ways as blocks under a reply, with their source; empty where there are none. */
export function waysBlocks(
  knowledge: KnowledgeBase,
  ways: SelfServiceWays,
  channel: Channel,
): { readonly blocks: readonly Block[]; readonly sources: readonly SourceRef[] } {
  const [first] = ways.entries
  const lines = linesOf(ways, channel)
  if (!first || lines.length === 0) return { blocks: [], sources: [] }
  const sources = ways.entries.flatMap((entry) => sourcesOf(knowledge, entry, SHOWN))
  return {
    blocks: [
      { type: 'section', title: say('manner.ways', { place: first.place_name }), lines },
      sourceBlock(first.place_name, sources),
    ],
    sources,
  }
}

function linesOf(ways: SelfServiceWays, channel: Channel): string[] {
  // On the telephone addresses cannot be spelled: only sites that have a name.
  const sites = channel === 'hotline' ? ways.sites.filter((site) => /\p{Script=Han}/u.test(site)) : ways.sites
  const parts = {
    apps: ways.apps,
    sites,
    machines: ways.machines,
    counters: ways.counters,
    phones: ways.phones,
  }
  return Object.entries(parts)
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => say(`manner.ways_${key}`, { values: values.join('、') }))
}

function waysOn(
  knowledge: KnowledgeBase,
  region: string | undefined,
  topics: readonly string[],
): SelfServiceWays {
  const told = new Set<string>()
  const entries = topics
    .flatMap((topic) => (region === undefined ? [] : knowledge.onTopic(topic, region)))
    .filter(({ kind, part_of, duplicate_of }) => kind === 'service' && !part_of && !duplicate_of)
    // An entry that names nothing the ones before have not named need not be quoted.
    .filter(({ channels = [] }) => {
      const news = channels.flatMap(namesOf).filter((name) => !told.has(name))
      news.forEach((name) => told.add(name))
      return news.length > 0
    })
  const ways = entries.flatMap(({ channels = [] }) => channels)
  const ofType = (...types: Way['type'][]) => ways.filter(({ type }) => types.includes(type))
  return {
    sites: unique(ofType('网上').flatMap(namesOf)),
    apps: unique(ofType('掌上').flatMap(namesOf)),
    machines: unique(ofType('自助').flatMap(namesOf)),
    counters: unique(ofType('窗口').flatMap(namesOf)).slice(0, 1),
    phones: unique(entries.flatMap(({ phones = [] }) => phones.map(phoneOf))).slice(0, 2),
    entries,
  }
}

const GENERIC = new RegExp(mannerPolicy.generic, 'u')
const LEAD = new RegExp(mannerPolicy.lead, 'u')

/** What a way is called in the guide; nothing where the guide only says that it exists. */
function namesOf({ text, urls = [], apps = [], addresses = [] }: Way): readonly string[] {
  if (apps.length > 0) return apps
  if (addresses.length > 0) return addresses.slice(0, 1).map((address) => address.replace(/[.。]$/u, ''))
  const name = text.replace(LEAD, '').trim()
  const isNamed = !GENERIC.test(name)
  if (isNamed && (urls.length === 0 || urls.some((url) => name.includes(url)))) return [name]
  return urls.map((url) => {
    const known = mannerPolicy.sites[url.replace(/^https?:\/\//u, '').replace(/\/.*$/u, '')]
    return known === undefined ? url : say('manner.site', { name: known, url })
  })
}

const phoneOf = ({ number, serves }: Phone): string =>
  serves === undefined ? number : say('manner.phone', { number, serves })

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)]
