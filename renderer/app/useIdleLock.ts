import { useEffect } from 'react'
import { useCommand } from '#renderer/data/useLive.ts'
import { useSettings } from '#renderer/stores/settings.ts'

const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
const checkEvery = 10_000

/** Locks a desk that nobody touches. What was being done stays as it is, a running contact too. */
export function useIdleLock(): void {
  const lock = useCommand('lock')
  const minutes = useSettings((settings) => settings.lockAfterMinutes)
  useEffect(() => {
    const touched = { at: performance.now() }
    const touch = () => void (touched.at = performance.now())
    const timer = setInterval(() => {
      if (performance.now() - touched.at >= minutes * 60_000) void lock({})
    }, checkEvery)
    for (const sign of signsOfLife) window.addEventListener(sign, touch, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      for (const sign of signsOfLife) window.removeEventListener(sign, touch, { capture: true })
    }
  }, [lock, minutes])
}
