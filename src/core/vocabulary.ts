/** The fields of an entry, as everything outside names them. Order is the order of a reply. */
export const FIELDS = [
  'summary',
  'audience',
  'conditions',
  'materials',
  'channels',
  'process',
  'location',
  'online_url',
  'time_limit',
  'time_limit_before',
  'fee',
  'result',
  'hours',
  'phone',
  'department',
  'complaint',
  'policy_basis',
  'notes',
  'members',
  'handler',
  'forbidden',
  'deferred',
] as const
export type Field = (typeof FIELDS)[number]

/** The kinds of entry; the last five carry their prefix in the title. */
export const KINDS = ['service', 'bundle', 'speedup', 'office', 'forbidden', 'deferral'] as const
export type Kind = (typeof KINDS)[number]

/** What a reply does. */
export const ACTIONS = [
  'answer',
  'clarify',
  'handoff',
  'register',
  'refuse',
  'smalltalk',
  'out_of_scope',
] as const
export type Action = (typeof ACTIONS)[number]
