import { execFileSync } from 'node:child_process'

/** Resident memory of a running process in bytes. Throws where `ps` is missing or the process has ended. */
export function memoryOf(pid: number): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(kilobytes.trim()) * 1024
}
