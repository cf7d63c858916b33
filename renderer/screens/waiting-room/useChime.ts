import { useEffect, useRef } from 'react'
import { useSettings } from '#renderer/stores/settings.ts'

/** Two falling tones, in Hz. */
const tones = [880, 660]
const toneSeconds = 0.35

/** Sounds when another call stands on the screen, if the person who set it up wants that. Never for what stood there at first. */
export function useChime(call: string | undefined): void {
  const wanted = useSettings((settings) => settings.chime)
  const last = useRef(call)
  useEffect(() => {
    const isNew = call !== undefined && last.current !== call && last.current !== undefined
    last.current = call ?? 'nobody yet'
    if (isNew && wanted) play()
  }, [call, wanted])
}

function play(): void {
  const sound = new AudioContext()
  for (const [place, frequency] of tones.entries()) {
    const tone = sound.createOscillator()
    const loudness = sound.createGain()
    const from = sound.currentTime + place * toneSeconds
    tone.frequency.value = frequency
    loudness.gain.setValueAtTime(0.3, from)
    loudness.gain.exponentialRampToValueAtTime(0.001, from + toneSeconds)
    tone.connect(loudness).connect(sound.destination)
    tone.start(from)
    tone.stop(from + toneSeconds)
    if (place === tones.length - 1) tone.addEventListener('ended', () => void sound.close())
  }
}
