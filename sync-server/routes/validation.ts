import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'

/** Bodies are checked as they are: Fastify's own validator would bend types and take fields away. Queries are text, so they are converted. */
const compile: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const checker = Compile(schema)
  const isText = httpPart === 'querystring'
  return (given: unknown) => {
    const value = isText ? Value.Convert(schema, Value.Default(schema, given)) : given
    if (checker.Check(value)) return { value }
    const [first] = checker.Errors(value)
    return {
      error: [
        { instancePath: shortened(first?.instancePath ?? ''), keyword: '', schemaPath: '', params: {} },
      ],
    }
  }
}

/** A path may hold a key that a stranger chose. */
const shortened = (path: string) => path.slice(0, 80).replace(/[^\w/.-]/g, '?')

export function checkRequests(app: FastifyInstance): void {
  app.setValidatorCompiler(compile as FastifySchemaCompiler<unknown>)
  // Answers are built by the house and go out as they are: a stored result must come back word for word.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))
}
