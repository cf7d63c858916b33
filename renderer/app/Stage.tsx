import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Zone } from '#domain/reference/reference.ts'
import { AtWork } from '#renderer/app/AtWork.tsx'
import { Painted } from '#renderer/app/Painted.tsx'
import type { DeskView } from '#renderer/data/contract.ts'
import { useLive } from '#renderer/data/useLive.ts'
import { EnrolScreen } from '#renderer/screens/enrol/EnrolScreen.tsx'
import { PrimingScreen } from '#renderer/screens/enrol/PrimingScreen.tsx'
import { LeavingScreen } from '#renderer/screens/leaving/LeavingScreen.tsx'
import { SignInScreen } from '#renderer/screens/sign-in/SignInScreen.tsx'
import { setZone } from '#renderer/stores/zone.ts'
import { seat, useContact } from '#renderer/stores/contact.ts'
import { startOver } from '#renderer/stores/workspace.ts'

/** Which stage this desk is in: to be enrolled, revoked, locked, being filled, or at work. */
export function Stage() {
  const desk = useLive('desk')
  const priming = useLive('priming')
  useStartOver(desk?.person?.id)
  useCentreClock(desk?.centre?.zone)
  const seated = useSeat(desk?.person)
  if (desk === undefined) return null
  if (desk.stage === 'new') return <With screen={<EnrolScreen revokedAt={desk.revokedAt} />} />
  if (desk.stage === 'leaving') return <With screen={<LeavingScreen desk={desk} />} />
  if (desk.stage === 'locked') return <With screen={<SignInScreen desk={desk} />} />
  if (priming === undefined || !seated) return null
  return <With screen={priming.usable ? <AtWork desk={desk} /> : <PrimingScreen priming={priming} />} />
}

function With({ screen }: { readonly screen: React.ReactNode }) {
  return (
    <>
      {screen}
      <Painted />
    </>
  )
}

/** When another person sits down, nothing shows where the last one was. */
function useStartOver(personId: string | undefined): void {
  const last = useRef<string>(undefined)
  useEffect(() => {
    if (personId === undefined) return
    if (last.current !== undefined && last.current !== personId) startOver()
    last.current = personId
  }, [personId])
}

/** Whoever sits down finds their own contact; nothing is drawn before the last person's has left the screen. [S8] */
function useSeat(person: DeskView['person']): boolean {
  useLayoutEffect(() => {
    if (person !== undefined) seat({ id: person.id, role: person.role })
  }, [person])
  return useContact(({ author }) => author?.id) === person?.id
}

/** Before anything is painted, so that no time is ever seen on another centre's clock. */
function useCentreClock(zone: Zone | undefined): void {
  useLayoutEffect(() => {
    if (zone !== undefined) setZone(zone)
  }, [zone])
}
