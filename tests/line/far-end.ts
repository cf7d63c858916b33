// Runs in the network namespace beyond a line that `netem` makes bad: every connection goes on through a socket in the
// file system, which no namespace hides.
import { connect, createServer } from 'node:net'

const [host = '', port = '', path = ''] = process.argv.slice(2)

createServer((near) => {
  const far = connect(path)
  near.pipe(far).pipe(near)
  near.on('error', () => far.destroy()).on('close', () => far.destroy())
  far.on('error', () => near.destroy()).on('close', () => near.destroy())
}).listen(Number(port), host, () => process.stdout.write('listening\n'))
