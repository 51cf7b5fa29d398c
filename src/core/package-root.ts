import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of wenban's package.json, from the sources as well as from the built `dist`. */
export const packageRoot: string = findUp(import.meta.dirname)

function findUp(folder: string): string {
  // dist has no package.json of its own, so the first one upwards is the package's.
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('package.json of wenban not found')
  return findUp(parent)
}
