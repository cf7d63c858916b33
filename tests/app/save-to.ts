import type { Console } from './console.ts'

/** What the person says in the dialog that asks where a PDF goes; `undefined` presses Cancel. */
export async function saveTo({ app }: Console, filePath: string | undefined): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === undefined, filePath: path ?? '' })
  }, filePath)
}
