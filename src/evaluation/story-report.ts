import type { PlayedTurn, StoryRun } from './run-story.js'

/** Lines of a reply shown where a story departs; enough to see what it is about. */
const SHOWN_LINES = 12

/** What a story's author reads: nothing where all went as written, else each departing message with its lines. */
export function formatDepartures({ story, turns }: StoryRun): string {
  return turns
    .flatMap((played, index) => (played.departures.length > 0 ? [formatTurn(story.file, played, index)] : []))
    .join('\n')
}

/** The whole account of a run: a line a story, departures below those that departed, the sum at the end. */
export function formatRuns(runs: readonly StoryRun[]): string {
  const lines = runs.flatMap((run) => {
    const { name, file, line } = run.story
    return run.whole ? [`✓ ${name}`] : [`✗ ${name}（${file}:${line}）`, formatDepartures(run)]
  })
  const departed = runs.filter(({ whole }) => !whole).length
  const sum = `共 ${runs.length} 个故事，走通 ${runs.length - departed} 个，走偏 ${departed} 个`
  return [...lines, sum].join('\n')
}

function formatTurn(file: string, { turn, reply, departures }: PlayedTurn, index: number): string {
  const texts = reply?.text.split('\n') ?? []
  return [
    `  第 ${index + 1} 句“${turn.text}”`,
    ...departures.map(({ line, expected, came }) => `    ${file}:${line} 应当 ${expected}，实际 ${came}`),
    ...texts.slice(0, SHOWN_LINES).map((text) => `    │ ${text}`),
    ...(texts.length > SHOWN_LINES ? [`    │ ……（还有 ${texts.length - SHOWN_LINES} 行）`] : []),
  ].join('\n')
}
