import type { FastifyError, FastifyInstance } from 'fastify'
import type { Problem } from '#domain/problems.ts'
import { faultOf } from '#sync-server/fault.ts'
import { isTimeout, isUnreachable } from '#sync-server/storage/faults.ts'
import { sendProblem } from './problem.ts'

/** The one place that thrown things reach. What was typed appears neither in the answer nor in the log. */
export function answerFailures(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOf(error)
    if (problem.code === 'internal') request.log.error({ fault: faultOf(error) }, 'a request failed')
    return sendProblem(reply, problem)
  })
}

function problemOf(error: FastifyError): Problem {
  if (isUnreachable(error)) return { code: 'database_unreachable', retryAfter: 5 }
  if (isTimeout(error)) return { code: 'overloaded', retryAfter: 30 }
  if (error.statusCode === 413) return { code: 'too_large' }
  if (error.validation !== undefined)
    return {
      code: 'bad_request',
      detail: `${error.validationContext ?? 'request'}${error.validation[0]?.instancePath ?? ''}`,
    }
  const isCallers = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
  return { code: isCallers ? 'bad_request' : 'internal' }
}
