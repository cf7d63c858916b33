import { RefreshRequest, Session, SignInRequest } from '#domain/sync/session.ts'
import { refresh } from '#sync-server/auth/refresh.ts'
import { signIn } from '#sync-server/auth/sign-in.ts'
import { openRoute } from './route.ts'

export const signInRoute = openRoute(
  {
    method: 'POST',
    path: '/v1/sign-in',
    summary: 'A person signs in on a device',
    body: SignInRequest,
    answer: Session,
  },
  (hq, { body }) => signIn(hq, body),
)

export const refreshRoute = openRoute(
  {
    method: 'POST',
    path: '/v1/refresh',
    summary: 'A new access token',
    body: RefreshRequest,
    answer: Session,
  },
  (hq, { body }) => refresh(hq, body),
)
