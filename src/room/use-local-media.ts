import { useEffect, useState } from "react";
import { type LocalMedia, openMedia } from "./media/local-media";

/** The person's devices, on for as long as the page shows them. */
export function useLocalMedia(): LocalMedia | null {
  const [media, setMedia] = useState<LocalMedia | null>(null);
  useEffect(() => {
    const opened = openMedia();
    setMedia(opened);
    return opened.close;
  }, []);
  return media;
}
