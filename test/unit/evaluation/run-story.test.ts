import type { DialogueTools } from '../../../src/dialogue/tools.js'
import { runStory } from '../../../src/evaluation/run-story.js'
import { readStories } from '../../../src/evaluation/story-file.js'

test('a turn that breaks is a departure, and the story ends there', () => {
  const [story] = readStories('故事: x\n对话:\n  - 问: 你好\n  - 问: 再见', 'f.yaml')
  const { whole, turns } = runStory({} as DialogueTools, story!)
  expect(whole).toBe(false)
  expect(turns).toHaveLength(1)
  expect(turns[0]!.departures).toMatchObject([
    { line: 3, expected: '有回复', came: expect.stringMatching(/^程序出错：/) as string },
  ])
})
