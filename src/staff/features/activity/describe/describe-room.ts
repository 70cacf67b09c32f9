import type { Describe } from "./line";

/** What the office does about an interview's room; a room is called by its interview's start. */
export const roomDescriptions: Record<string, Describe> = {
  "video_rooms.join": ({ subject }) => `joined the room of ${subject}`,
  "video_rooms.admit": ({ subject }) => `let the student of ${subject} in`,
  "video_rooms.finish": ({ subject }) => `handed the interview of ${subject} off`,
  "video_rooms.reopen": ({ subject }) => `opened the room of ${subject} again`,
  "video_rooms.message": ({ subject, detail }) =>
    `wrote to ${detail.video_rooms ? `${detail.video_rooms} rooms` : `the room of ${subject}`}: “${detail.body}”`,
};
