import type { Evaluation } from './evaluate.js'

/** Every row that did not come out right, flat enough for one line of JSON each. */
export function listFailures({ questions, ambiguous, outOfScope, dialogs }: Evaluation): object[] {
  return [
    ...questions
      .filter(({ row, answer, item, facts }) =>
        row.answerable ? !(item && facts) : answer.action === 'answer',
      )
      .map(({ row, answer, item, facts }) => ({
        set: row.answerable ? 'questions' : 'unanswerable',
        id: row.id,
        region: row.region,
        style: row.style,
        ask: row.ask,
        expected: row.items,
        facts: row.facts,
        action: answer.action,
        got: answer.item?.title ?? null,
        confidence: answer.confidence,
        candidates: answer.candidates.slice(0, 3),
        item_right: item,
        facts_right: facts,
      })),
    ...ambiguous
      .filter(({ covered }) => !covered)
      .map(({ row, answer }) => ({
        set: 'ambiguous',
        id: row.id,
        region: row.region,
        ask: row.ask,
        expected: row.candidates,
        action: answer.action,
        got: answer.item?.title ?? null,
        candidates: answer.candidates,
      })),
    ...outOfScope
      .filter(({ right }) => !right)
      .map(({ row, answer, expected }) => ({
        set: 'oos',
        id: row.id,
        ask: row.ask,
        expected,
        action: answer.action,
        got: answer.item?.title ?? null,
        text: answer.text.slice(0, 80),
      })),
    ...dialogs.flatMap(({ row, turns }) =>
      turns.flatMap(({ said, answer, soft, faults }, index) =>
        faults.length === 0
          ? []
          : [
              {
                set: soft ? 'dialogs-soft' : 'dialogs',
                id: `${row.id}#${index}`,
                title: row.title,
                said,
                faults,
                text: answer.text.slice(0, 200),
              },
            ],
      ),
    ),
  ]
}
