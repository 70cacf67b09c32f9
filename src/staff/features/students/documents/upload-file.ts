import {
  documentHeaders,
  documentUrl,
  StorageError,
} from "../../../../lib/supabase/document-files";

interface Upload {
  id: string;
  file: Blob;
  type: string;
  token: string;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Puts a file into Storage under that id. fetch() cannot say how far it is. */
export function uploadFile({ id, file, type, token, onProgress, signal }: Upload): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open("POST", documentUrl(id));
    const headers = {
      ...documentHeaders(token),
      "content-type": type,
      // No copy in any cache may outlive the right to see it.
      "cache-control": "no-store",
    };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () =>
      request.status === 200 ? resolve() : reject(new StorageError(statusOf(request)));
    request.onerror = () => reject(new StorageError(0));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

// Storage answers 400 to most refusals and says in the body which one it is.
function statusOf({ status, responseText }: XMLHttpRequest): number {
  try {
    return Number(JSON.parse(responseText).statusCode) || status;
  } catch {
    return status;
  }
}
