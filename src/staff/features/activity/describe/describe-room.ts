import type { Describe } from "./line";

/** What the office does about an interview's room; a room is called by its interview's start. */
export const roomDescriptions: Record<string, Describe> = {
  "rooms.join": ({ subject }) => `joined the room of ${subject}`,
  "rooms.admit": ({ subject }) => `let the student of ${subject} in`,
  "rooms.finish": ({ subject }) => `handed the interview of ${subject} off`,
  "rooms.reopen": ({ subject }) => `opened the room of ${subject} again`,
  "rooms.message": ({ subject, detail }) =>
    `wrote to ${detail.rooms ? `${detail.rooms} rooms` : `the room of ${subject}`}: “${detail.body}”`,
};
