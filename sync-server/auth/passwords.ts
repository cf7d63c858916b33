import { hash, verify } from '@node-rs/argon2'

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane. `algorithm` 2 is argon2id, the library's default.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** What headquarters keeps of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/** Whether a password belongs to a hash. For nobody's hash the answer is no, after the same work. */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const same = await verify(passwordHash ?? nobody, password)
  return passwordHash !== undefined && same
}

/** Made once with the same cost as everybody's, from words that were thrown away. */
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$8pM6gT9CdyadvHx8upi5ng$YhLJ2Fz+jEXi2XVFSSoXxsuXP/Gw974vxDpxDJImgX4'
