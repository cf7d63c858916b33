import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { text } from '#domain/fields.ts'
import { everyProblem, type Problem } from '#domain/problems.ts'

/** The body of every refusal. */
export const Refused = Type.Object({ code: text(32), detail: Type.Optional(text(200)) })

/** Answers a refusal with its status; how long to wait goes into the header that everybody knows. */
export function sendProblem(reply: FastifyReply, { code, detail, retryAfter }: Problem): FastifyReply {
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter))
  const body = detail === undefined ? { code } : { code, detail }
  return reply.code(everyProblem[code][0]).type('application/json; charset=utf-8').send(JSON.stringify(body))
}
