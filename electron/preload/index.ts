import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/bridge.ts'
import type { Answer, Notices, Requests } from '../shared/channels.ts'

async function ask<C extends keyof Requests>(
  channel: C,
  ...args: Parameters<Requests[C]>
): Promise<Awaited<ReturnType<Requests[C]>>> {
  const answer = (await ipcRenderer.invoke(channel, ...args)) as Answer
  if ('refused' in answer) throw new Error(answer.refused)
  return answer.value as Awaited<ReturnType<Requests[C]>>
}

/** Hands on the payload alone: the event object would give the page `ipcRenderer`. */
function listen<C extends keyof Notices>(channel: C, listener: (payload: Notices[C]) => void): () => void {
  const relay = (_event: unknown, payload: Notices[C]) => listener(payload)
  ipcRenderer.on(channel, relay)
  return () => ipcRenderer.removeListener(channel, relay)
}

const bridge: Bridge = {
  info: () => ask('info'),
  journal: {
    append: (entry) => ask('journal.append', entry),
    read: () => ask('journal.read'),
    settle: (opIds) => ask('journal.settle', opIds),
  },
  keep: {
    read: () => ask('keep.read'),
    write: (text) => ask('keep.write', text),
  },
  secrets: {
    status: () => ask('secrets.status'),
    save: (name, value) => ask('secrets.save', name, value),
    read: (name) => ask('secrets.read', name),
    remove: (name) => ask('secrets.remove', name),
  },
  headquarters: {
    origin: () => ask('headquarters.origin'),
    move: (origin) => ask('headquarters.move', origin),
  },
  link: {
    probe: () => ask('link.probe'),
    onChange: (listener) => listen('link.changed', listener),
  },
  wipe: () => ask('wipe'),
  disk: {
    room: () => ask('disk.room'),
    onChange: (listener) => listen('disk.changed', listener),
  },
  telephony: {
    status: () => ask('telephony.status'),
    turn: (on) => ask('telephony.turn', on),
    renewToken: () => ask('telephony.renewToken'),
    simulate: (call) => ask('telephony.simulate', call),
    calls: () => ask('telephony.calls'),
    letGo: (callId) => ask('telephony.letGo', callId),
    onCall: (listener) => listen('telephony.call', listener),
  },
  print: {
    printers: () => ask('print.printers'),
    page: (request) => ask('print.page', request),
  },
}

contextBridge.exposeInMainWorld('loket', bridge)
