import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BadLine } from './bad-line.ts'
import type { LineShape } from './line-shape.ts'
import { nearEnd } from './near-end.ts'

const run = promisify(execFile)
const [NEAR, FAR, PORT] = ['10.213.7.1', '10.213.7.2', '9']
const MASK = '/30'

/** The kernel's own bad line: a pair of interfaces into a network namespace, with `netem` on both. Words where there is none. */
export async function netemLine(target: URL, shape: LineShape): Promise<BadLine | string> {
  const name = `loket${process.pid}`
  const [here, there] = [`${name}a`, `${name}b`]
  const inside = ['netns', 'exec', name]
  const undo = async () => {
    await run('ip', ['link', 'del', here]).catch(() => undefined)
    await run('ip', ['netns', 'del', name]).catch(() => undefined)
  }
  const netem = ['root', ...quality(shape)]
  try {
    await run('ip', ['netns', 'add', name])
    await run('ip', ['link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', name])
    await run('ip', ['addr', 'add', NEAR + MASK, 'dev', here])
    await run('ip', ['link', 'set', here, 'up'])
    await run('ip', [...inside, 'ip', 'addr', 'add', FAR + MASK, 'dev', there])
    await run('ip', [...inside, 'ip', 'link', 'set', there, 'up'])
    await run('tc', ['qdisc', 'add', 'dev', here, ...netem])
    await run('ip', [...inside, 'tc', 'qdisc', 'add', 'dev', there, ...netem])
  } catch (error) {
    await undo()
    return (error as { stderr?: string }).stderr?.trim().split('\n')[0] ?? String(error)
  }
  const path = join(tmpdir(), `${name}.sock`)
  const beyond = createServer((end) => {
    const headquarters = connect(Number(target.port), target.hostname)
    end.pipe(headquarters).pipe(end)
    end.on('error', () => headquarters.destroy()).on('close', () => headquarters.destroy())
    headquarters.on('error', () => end.destroy()).on('close', () => end.destroy())
  }).listen(path)
  const program = [process.execPath, join(import.meta.dirname, 'far-end.ts'), FAR, PORT, path]
  const farEnd = spawn('ip', [...inside, ...program], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(farEnd.stdout, 'data')
  const near = await nearEnd(shape, (desk, track) => {
    const line = connect(Number(PORT), FAR)
    track(line)
    desk.pipe(line).pipe(desk)
    desk.on('close', () => line.destroy())
    line.on('close', () => desk.destroy())
  })
  const start = await counted(here)
  const last = { ...start }
  const look = setInterval(() => void counted(here).then((now) => Object.assign(last, now)), 500)
  return {
    ...near,
    by: 'netem',
    crossed: () => ({ up: last.up - start.up, down: last.down - start.down }),
    async close() {
      clearInterval(look)
      await near.close()
      farEnd.kill()
      beyond.close()
      await undo()
      await rm(path, { force: true })
    },
  }
}

function quality({ oneWayMs, loss, bitsPerSecond }: LineShape): string[] {
  return ['netem', 'delay', `${oneWayMs}ms`, 'loss', `${100 * loss}%`, 'rate', `${bitsPerSecond}bit`]
}

async function counted(device: string): Promise<{ up: number; down: number }> {
  const read = async (what: string) =>
    Number(await readFile(`/sys/class/net/${device}/statistics/${what}`, 'utf8'))
  return { up: await read('tx_bytes'), down: await read('rx_bytes') }
}
