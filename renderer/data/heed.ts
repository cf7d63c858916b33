import type { Link } from '#domain/sync/link.ts'

type Call = (...given: unknown[]) => unknown

/** The same link; whatever is asked through it, an answer that says `device_revoked` is heard. [E1] */
export function heed(link: Link, onRevoked: () => void): Link {
  const heeding = Object.keys(link).map((name) => [
    name,
    (...given: unknown[]) => {
      const answer = (link[name as keyof Link] as Call)(...given)
      if (answer instanceof Promise) void answer.then((said) => (saysRevoked(said) ? onRevoked() : undefined))
      return answer
    },
  ])
  // Each call takes and answers what it did before.
  return Object.fromEntries(heeding)
}

function saysRevoked(said: unknown): boolean {
  const answer = said as { readonly ok?: boolean; readonly problem?: { readonly code?: string } } | undefined
  return answer?.ok === false && answer.problem?.code === 'device_revoked'
}
