import type { Answer } from '../../../src/evaluation/answers.js'

/** An answer as the product might have given it; what a test does not say is empty. */
export const answer = (of: Partial<Answer> & { title?: string } = {}): Answer => {
  const { title, ...rest } = of
  return {
    action: 'answer',
    text: '',
    candidates: [],
    confidence: 0.9,
    ms: 1,
    ...(title !== undefined && { item: { id: '450700.x', title, region: '450700' } }),
    ...rest,
  }
}
