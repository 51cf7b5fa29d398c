declare module 'id-validator' {
  /** Remembers every number it is asked about: use an instance once only. */
  export default class IDValidator {
    isValid(id: string): boolean
  }
}
