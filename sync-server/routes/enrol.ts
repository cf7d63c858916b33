import { Enrolment, EnrolRequest } from '#domain/sync/session.ts'
import { enrol } from '#sync-server/auth/enrol.ts'
import { openRoute } from './route.ts'

export const enrolRoute = openRoute(
  {
    method: 'POST',
    path: '/v1/enrol',
    summary: 'A PC becomes a device of a centre',
    body: EnrolRequest,
    answer: Enrolment,
  },
  (hq, { body }) => enrol(hq, body),
)
