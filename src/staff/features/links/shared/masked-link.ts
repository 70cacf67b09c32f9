/** What stands for a working link: that one is kept nowhere. */
export const maskedLink = "…/interview#••••";
