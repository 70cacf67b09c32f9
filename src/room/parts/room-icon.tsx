import { cx } from "../../ui/cx";

/** Strokes on a 16 px grid, as those of the app's other icons; only the room needs them. */
const paths = {
  microphone:
    "M8 1.8a2 2 0 0 0-2 2V8a2 2 0 0 0 4 0V3.8a2 2 0 0 0-2-2M3.5 7.5a4.5 4.5 0 0 0 9 0M8 12v2.2",
  "microphone-off":
    "M6 6.2V8a2 2 0 0 0 3.2 1.6M10 7.3V3.8a2 2 0 0 0-3.7-1M3.5 7.5a4.5 4.5 0 0 0 7.4 3.4M12.5 7.5c0 .6-.1 1.2-.3 1.7M8 12v2.2M2 1.8l12 12.4",
  camera: "M1.8 4h8.4v8H1.8zM10.2 7l4-2.3v6.6l-4-2.3",
  "camera-off": "M4.5 4H1.8v8h8.4V9.8M7.2 4h3v3l4-2.3v6.6M2 1.8l12 12.4",
  screen: "M2 3h12v8H2zM5.5 13.5h5M8 9V5.2M6.2 6.8 8 5l1.8 1.8",
  chat: "M2 3h12v8H7l-3 2.7V11H2z",
  captions: "M1.8 3.5h12.4v9H1.8zM4.3 9.5h4M10 9.5h1.7M4.3 7h1.7M7.8 7h3.9",
  leave: "M6.5 2.5h-4v11h4M10 5l3 3-3 3M13 8H6.5",
} as const;

export type RoomIconName = keyof typeof paths;

export function RoomIcon({ name, className }: { name: RoomIconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className={cx("size-5 shrink-0", className)}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
