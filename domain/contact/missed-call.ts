/** The reason under which a call that nobody answered is written down; headquarters may give it a name. */
export const missedCallReason = 'MISSED_CALL'
