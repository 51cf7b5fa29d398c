/** A place with a guide; `code` is what was named (a county below it), `name` what to call it. */
export interface ServedPlace {
  /** GB/T 2260 code of the guide's place. */
  readonly region: string
  readonly code: string
  readonly name: string
}

/** Where a question is about, as far as it is known. */
export type PlaceNow =
  | ({ readonly kind: 'served' } & ServedPlace)
  /** Too wide ("广西"): one of the covered places below it must be named first. */
  | { readonly kind: 'too_wide'; readonly name: string; readonly offers: readonly ServedPlace[] }
  | { readonly kind: 'not_covered'; readonly name: string }
  | { readonly kind: 'unknown' }
