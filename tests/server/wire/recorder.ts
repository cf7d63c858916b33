import type { TestHeadquarters } from '#tests/server/headquarters.ts'
import { answerOf, changed, type Exchange, type Wire } from './wire.ts'

/** Asks headquarters and writes down question and answer. */
export interface Recorder {
  now(): number
  get<T>(about: string, path: string, token?: string, headers?: Readonly<Record<string, string>>): Promise<T>
  post<T>(about: string, path: string, body: unknown, token?: string): Promise<T>
  wire(protocol: number): Wire
}

/** Fields whose values headquarters made; ids are known by their form. */
const made = ['deviceSecret', 'accessToken', 'refreshToken', 'nikKey', 'releaseKey', 'signature']
/** Of these the recording keeps nothing. */
const secret = ['deviceSecret', 'accessToken', 'refreshToken', 'nikKey']
const isId = (text: string) => /^0{8}-0{4}-7/.test(text)

export function recorderAt(hq: TestHeadquarters, given: Readonly<Record<string, string>>): Recorder {
  const names = new Map(Object.entries(given).map(([name, value]) => [value, name]))
  const values: Record<string, string | number> = {}
  const exchanges: Exchange[] = []

  const nameOf = (text: string, key: string): string => {
    const known = names.get(text)
    if (known !== undefined) return known
    const kind = key === 'deviceId' || made.includes(key) ? key : 'id'
    const name = `{{${kind}:${names.size}}}`
    names.set(text, name)
    // A NIK key is hexadecimal wherever it is used.
    values[name] = secret.includes(kind)
      ? kind === 'nikKey'
        ? 'ab'.repeat(32)
        : `${kind}-${names.size}`
      : text
    return name
  }
  const named = (text: string): string =>
    [...names].reduce((so, [value, name]) => so.replaceAll(value, name), text)
  const answered = (body: unknown) =>
    withSums(
      changed(body, (text, key) => (isId(text) || made.includes(key) ? nameOf(text, key) : named(text))),
    )
  const withSums = (body: unknown): unknown => {
    if (Array.isArray(body)) return body.map(withSums)
    if (typeof body !== 'object' || body === null) return body
    return Object.fromEntries(
      Object.entries(body).map(([key, value]) => {
        if (key !== 'hash' || typeof value !== 'number') return [key, withSums(value)]
        const name = `{{hash:${Object.keys(values).length}}}`
        values[name] = value
        return [key, name]
      }),
    )
  }
  const ask = async <T>(about: string, request: Exchange['request']): Promise<T> => {
    hq.clock.advance(1000)
    const { method, path, headers, body } = request
    const payload = body === undefined ? {} : { payload: body as object }
    const answer = await hq.ask<T>({
      method,
      url: path,
      headers: { 'x-loket-protocol': '', ...headers },
      ...payload,
    })
    const plain = changed(request, named) as Exchange['request']
    exchanges.push({
      about: named(about),
      at: hq.clock.now(),
      request: plain,
      answer: { ...answerOf(answer), body: answered(answer.body) },
    })
    return answer.body
  }
  const spoken = { 'x-loket-protocol': '1' }
  const bearer = (token: string | undefined): Record<string, string> =>
    token === undefined ? {} : { authorization: `Bearer ${token}` }
  return {
    now: () => hq.clock.now(),
    get: (about, path, token, headers = spoken) =>
      ask(about, { method: 'GET', path, headers: { ...headers, ...bearer(token) } }),
    post: (about, path, body, token) =>
      ask(about, { method: 'POST', path, headers: { ...spoken, ...bearer(token) }, body }),
    wire: (protocol) => ({ protocol, values, exchanges }),
  }
}
