/** Without a view nothing has a size: every query answers null, as WeChat does for a node that is not there. */
export function layoutApis() {
  return { createSelectorQuery, createIntersectionObserver: () => observer }
}

type Answer = (result: null) => void

function createSelectorQuery() {
  const asked: (Answer | undefined)[] = []
  const ask = (first?: unknown, second?: unknown) => {
    asked.push([first, second].find((each): each is Answer => typeof each === 'function'))
    return query
  }
  const selected = { boundingClientRect: ask, scrollOffset: ask, fields: ask, node: ask, context: ask }
  const query = {
    in: () => query,
    select: () => selected,
    selectAll: () => selected,
    selectViewport: () => selected,
    exec: (done?: (results: null[]) => void) => {
      for (const answer of asked) answer?.(null)
      done?.(asked.map(() => null))
      return query
    },
  }
  return query
}

const observer = {
  relativeTo: () => observer,
  relativeToViewport: () => observer,
  observe() {},
  disconnect() {},
}
