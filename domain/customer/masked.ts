/** `Siti Rahmawati` → `S••• R••••••••`: enough to greet nobody by mistake, too little to tell a stranger. */
export function maskedName(name: string): string {
  return name
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) => `${part.slice(0, 1)}${'•'.repeat(Math.min(8, Math.max(2, part.length - 1)))}`)
    .join(' ')
}

/** `si••••@••••.id`: enough to recognise, too little to use. */
export function maskedEmail(email: string): string {
  const [name = '', host = ''] = email.split('@')
  return `${name.slice(0, 2)}••••@••••${host.slice(host.lastIndexOf('.'))}`
}

/** `Jl. M••••`. */
export function maskedText(text: string): string {
  return `${text.slice(0, 5)}••••`
}
