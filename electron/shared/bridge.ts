/** Everything the window may ask of the machine it runs on. Nothing else crosses. */
export interface Bridge {
  info(): Promise<MachineInfo>
  journal: Journal
  keep: KeepStore
  secrets: {
    status(): Promise<SecretStatus>
    /** Refused with an error unless `status().protection` is `os`. */
    save(name: SecretName, value: string): Promise<void>
    read(name: SecretName): Promise<string | undefined>
    remove(name: SecretName): Promise<void>
  }
  headquarters: {
    /** The origin this desk talks to, for example `https://loket.example.com`; the content policy allows no other. */
    origin(): Promise<string>
    /** Stores another origin and loads the window again, since the content policy names it. */
    move(origin: string): Promise<void>
  }
  link: {
    /** Asks headquarters' `/health` now. `navigator.onLine` is wrong in both directions (measured), so nobody reads it. */
    probe(): Promise<LinkState>
    onChange(listener: (state: LinkState) => void): () => void
  }
  /**
   * Takes from the disk what the page and the machine stored here: Chromium's databases and `localStorage` with their files,
   * its caches, the journal with its damaged copies, the small texts, the secrets. The address of headquarters stays.
   */
  wipe(): Promise<void>
  disk: {
    room(): Promise<DiskRoom>
    onChange(listener: (room: DiskRoom) => void): () => void
  }
  telephony: {
    status(): Promise<TelephonyStatus>
    /** Off until it is switched on here; then calls are taken by link and at the loopback address. */
    turn(on: boolean): Promise<TelephonyStatus>
    /** Another token; the one before it is refused from then on. */
    renewToken(): Promise<TelephonyStatus>
    /** Says something of a made-up call, which then goes the way of any call. */
    simulate(call: CallEvent): Promise<void>
    /** What was heard and not let go yet: a page that is loaded anew asks for it again. */
    calls(): Promise<readonly HeardCall[]>
    /** The call is a running contact now, or written down as missed. */
    letGo(callId: string): Promise<void>
    onCall(listener: (call: HeardCall) => void): () => void
  }
  print: {
    printers(): Promise<Printer[]>
    /** Prints what the page shows under its print style. */
    page(request: PrintRequest): Promise<PrintedAs>
  }
}

export interface MachineInfo {
  version: string
  electron: string
  chrome: string
  platform: string
}

/** One captured operation as JSON text. `seq` is the device's counter, `opId` names the operation. */
export interface JournalEntry {
  opId: string
  seq: number
  operation: string
}

/** The unsent work once more, outside of Chromium's database: Chromium deletes a whole IndexedDB on a full disk. */
export interface Journal {
  /** Resolves when the entry is on the disk (fdatasync). */
  append(entry: JournalEntry): Promise<void>
  /** All entries that are not settled, in the order they were written, and the highest `seq` ever written. */
  read(): Promise<{ entries: JournalEntry[]; highestSeq: number }>
  /** Headquarters has these; they may leave the file. Unknown ids are ignored. */
  settle(opIds: readonly string[]): Promise<void>
}

/** The page's small texts in one piece, outside of Chromium's folders. */
export interface KeepStore {
  read(): Promise<string | undefined>
  /** Resolves when this text, or a later one, is on the disk. */
  write(text: string): Promise<void>
}

export type SecretName = 'refreshToken'
/** `weak`: the disk copy would only be hidden (no keyring); `none`: it cannot be kept. Both mean: keep it in memory. */
export interface SecretStatus {
  protection: 'os' | 'weak' | 'none'
  backend: string
}

export type LinkState = 'up' | 'down'

/** What the telephone system says of a call. */
export interface CallEvent {
  event: 'ringing' | 'answered' | 'ended'
  callId: string
  /** As the network tells it; empty where the caller withholds it. */
  number: string
  /** What the caller chose in the menu before. */
  queue?: string | undefined
}

/** The same, and how long ago it began to ring and was answered at the telephone. */
export interface HeardCall extends CallEvent {
  ringingMs: number
  answeredMs?: number
}

export interface TelephonyStatus {
  on: boolean
  /** Where calls are told by POST; absent while it is off, or while another program has the port. */
  address?: string
  /** For the telephone system, as `Authorization: Bearer …`. */
  token?: string
  /** The machine keeps the token; else there is another one after each start. */
  tokenKept: boolean
  problem?: 'port_taken'
}

/** `warn` below 1 GB free: a hint; `stop` below 200 MB: nothing is pulled any more, work is still taken. */
export type DiskRoom = 'enough' | 'warn' | 'stop'

export interface Printer {
  /** As the machine calls it. */
  name: string
  /** As people call it. */
  label: string
}

export interface PrintRequest {
  /** Of the paper, in microns. */
  width: number
  height: number
  /** Without one the page becomes a PDF, and the person says where it goes. */
  printer?: string | undefined
  /** What the PDF is called, without its ending. */
  name: string
}
export type PrintedAs = 'printed' | 'saved' | 'cancelled' | 'failed'
