export type Browser = "chrome" | "edge" | "firefox" | "safari" | "ios" | "android" | "other";

export function browserOf(userAgent: string): Browser {
  if (/iPhone|iPad|iPod/.test(userAgent)) return "ios";
  if (/Android/.test(userAgent)) return "android";
  if (/Edg\//.test(userAgent)) return "edge";
  if (/Firefox\//.test(userAgent)) return "firefox";
  if (/Chrom(e|ium)\//.test(userAgent)) return "chrome";
  return /Safari\//.test(userAgent) ? "safari" : "other";
}

const apps =
  /FBAN|FBAV|Instagram|LinkedInApp|Line\/|MicroMessenger|Snapchat|Twitter|GSA\/|GmailApp|Outlook-(iOS|Android)|YahooMobile|; wv\)/;

/** A page shown inside a mail or chat app; on iOS a browser of its own says Safari, an app's does not. */
export function isInsideApp(userAgent: string): boolean {
  const isBareIos = /iPhone|iPad|iPod/.test(userAgent) && !/Safari\//.test(userAgent);
  return isBareIos || apps.test(userAgent);
}

/** Whether there is no way to a camera or microphone here, whatever is allowed. */
export const hasNoDevices = (): boolean => !navigator.mediaDevices?.getUserMedia;
