/** A command cannot go on. The message is the sentence for the person who typed it. */
export class HqFault extends Error {
  override readonly name = 'HqFault'
}
