import { useEffect, useState } from 'react'
import type { Bridge, MachineInfo } from '#electron/shared/bridge.ts'

/** The machine below the window; absent in a plain browser. */
export function bridge(): Bridge | undefined {
  return (window as { readonly loket?: Bridge }).loket
}

export interface MachineFacts {
  /** Where headquarters is. In a browser that is the server the page came from. */
  readonly headquarters: string
  readonly info?: MachineInfo
}

export function useMachineFacts(): MachineFacts | undefined {
  const [facts, setFacts] = useState<MachineFacts>()
  useEffect(() => {
    void factsOf(bridge()).then(setFacts)
  }, [])
  return facts
}

async function factsOf(machine: Bridge | undefined): Promise<MachineFacts> {
  if (machine === undefined) return { headquarters: window.location.origin }
  const [headquarters, info] = await Promise.all([machine.headquarters.origin(), machine.info()])
  return { headquarters, info }
}
