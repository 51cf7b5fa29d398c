/** Whether two words differ by exactly one character put in, left out or exchanged. */
export function isOneApart(one: string, two: string): boolean {
  if (one === two || Math.abs(one.length - two.length) > 1) return false
  let from = 0
  while (from < one.length && one[from] === two[from]) from++
  const [restOne, restTwo] = [one.slice(from), two.slice(from)]
  return restOne.slice(1) === restTwo.slice(1) || restOne.slice(1) === restTwo || restOne === restTwo.slice(1)
}
