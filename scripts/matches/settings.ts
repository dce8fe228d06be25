/** Candidates of each issue from which is learned; further ones are hardly ever the same matter and teach nothing. */
export const shortlist = 40;
