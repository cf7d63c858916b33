// Rings a desk as its telephone system would: `node build/ring.ts --token … --number 08171234567`. Address and token
// stand in the console's Settings. `--event answered` or `ended` with the same `--id` goes on with that call.
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    token: { type: 'string', default: '' },
    number: { type: 'string', default: '' },
    event: { type: 'string', default: 'ringing' },
    id: { type: 'string', default: crypto.randomUUID() },
    queue: { type: 'string' },
    address: { type: 'string', default: 'http://127.0.0.1:8752/calls' },
  },
})
const { token, address, id, event, number, queue } = values

const response = await fetch(address, {
  method: 'POST',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  body: JSON.stringify({ event, callId: id, number, ...(queue === undefined ? {} : { queue }) }),
}).catch(() => undefined)

if (response === undefined)
  console.error(`Nobody answers at ${address}: is the telephone switched on in Settings?`)
else console.log(`${event} ${id}: ${response.status} ${await response.text()}`)
process.exitCode = response?.ok === true ? 0 : 1
