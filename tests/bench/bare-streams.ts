// The peer of headquarters' poke streams: a bare Node server that holds as many and knows nothing else.
import { createServer, type ServerResponse } from 'node:http'

const streams = new Map<string, Set<ServerResponse>>()
const places = new Map<string, number>()

/** `GET /<centre>` listens, `POST /<centre>` pokes everybody who listens there. */
const server = createServer((request, response) => {
  const centre = request.url ?? ''
  const listening = streams.get(centre) ?? new Set()
  streams.set(centre, listening)
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(': listening\n\n')
    listening.add(response)
    return
  }
  const seq = (places.get(centre) ?? 0) + 1
  places.set(centre, seq)
  for (const stream of listening)
    stream.write(`event: poke\ndata: ${JSON.stringify({ partition: centre, seq })}\n\n`)
  response.end(JSON.stringify({ seq }))
})
server.listen(Number(process.env['LOKET_PORT']), '127.0.0.1')
