import type { Ask } from '#renderer/data/http-link.ts'
import type { Operation, OperationResult } from '#domain/sync/operation.ts'
import { filledIn, type Exchange, type Wire, type WireAnswer } from './wire.ts'

/** Answers as the recorded headquarters did, whatever the order in which it is asked. */
export function recordedHeadquarters(wire: Wire): Ask {
  const exchanges = filledIn(wire.exchanges, new Map(Object.entries(wire.values)))
  const results = new Map(
    exchanges
      .filter(({ request, answer }) => request.path === '/v1/operations' && answer.status === 200)
      .flatMap(({ answer }) => (answer.body as { results: OperationResult[] }).results)
      .map((result) => [result.opId, result]),
  )
  return async (path, init) => {
    const asked: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    if (path === '/v1/operations') {
      const { operations } = asked as { operations: Operation[] }
      return responseOf({ status: 200, body: { results: operations.map(({ opId }) => results.get(opId)) } })
    }
    // Of several questions that are alike the last one was asked when everything had happened.
    const found = exchanges.findLast(
      ({ request, answer }) => answer.status === 200 && alike(request, path, asked),
    )
    if (found === undefined) throw new Error(`nobody asked ${path} then`)
    return responseOf(found.answer)
  }
}

/** How much is asked for at once is the console's own affair; where it stands and who it is are not. */
const sizes = ['limit', 'epoch', 'commit']

function alike(recorded: Exchange['request'], path: string, body: unknown): boolean {
  const [one, other] = [new URL(recorded.path, 'http://x'), new URL(path, 'http://x')]
  for (const name of sizes) for (const url of [one, other]) url.searchParams.delete(name)
  const named = (each: unknown) => (each as { username?: string } | undefined)?.username
  return (
    one.pathname === other.pathname && one.search === other.search && named(recorded.body) === named(body)
  )
}

export function responseOf({ status, retryAfter, body }: WireAnswer): Response {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: {
      'content-type': typeof body === 'string' ? 'text/plain' : 'application/json; charset=utf-8',
      ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    },
  })
}
