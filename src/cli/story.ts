import { readStoryFiles } from '../evaluation/story-file.js'
import { formatRuns } from '../evaluation/story-report.js'
import { runStory } from '../evaluation/run-story.js'
import { openTools } from '../server/open-tools.js'

/** `wenban story FILE…`: plays the stories; 1 when one departs. Throws `story.*` on files that do not fit. */
export function runStories(paths: readonly string[]): number {
  const stories = readStoryFiles(paths)
  const tools = openTools()
  const runs = stories.map((story) => runStory(tools, story))
  console.log(formatRuns(runs))
  return runs.every(({ whole }) => whole) ? 0 : 1
}
