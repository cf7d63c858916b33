import { readFile } from 'node:fs/promises'
import { extractText, getDocumentProxy } from 'unpdf'

const pointsPerMillimetre = 72 / 25.4

/** What a PDF holds: the size of each page in millimetres, and its words. */
export async function readPdf(path: string) {
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(path)))
  const pages: { width: number; height: number }[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const [left = 0, bottom = 0, right = 0, top = 0] = (await pdf.getPage(number)).view
    pages.push({ width: (right - left) / pointsPerMillimetre, height: (top - bottom) / pointsPerMillimetre })
  }
  const { text } = await extractText(pdf, { mergePages: true })
  return { pages, text: text.replace(/\s+/g, ' ') }
}
