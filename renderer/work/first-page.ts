/** How much of what happened with a customer is asked for at first: whoever asks the same is answered at once. */
export const firstPage = 20
