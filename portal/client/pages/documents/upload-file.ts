import { CallRefused, refusalOfBody, UNREACHABLE } from '../../api/refusal';
import { CALL_HEADERS } from '../../api/send';
import { TOWN_PATH } from '../../api/town-path';

/** A file as the host keeps it until the paper is sent: its safe name, and the id to send. */
export interface Upload {
  readonly id: number;
  readonly name: string;
}

/** What the host takes; told before megabytes are sent for nothing. */
const LARGEST_BYTES = 10_000_000;
const TOO_LARGE = { code: 'documents.tooLarge', message: 'Ce fichier dépasse 10 Mo. Réduisez-le (une photo moins précise suffit) puis recommencez.', fields: {}, reference: null };

/**
 * Sends one file, raw; `onProgress` is told the part sent, 0 to 1. Throws CallRefused, with
 * UNREACHABLE when the network is cut. (`fetch` tells no progress of what it sends.)
 */
export function uploadFile(file: File, onProgress: (part: number) => void, stop: AbortSignal): Promise<Upload> {
  if (file.size > LARGEST_BYTES) return Promise.reject(new CallRefused(TOO_LARGE));
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${TOWN_PATH}/api/fichiers`);
    for (const [name, value] of Object.entries({ ...CALL_HEADERS, 'accept': 'application/json', 'content-type': 'application/octet-stream', 'x-nom-fichier': encodeURIComponent(file.name) })) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new CallRefused(UNREACHABLE));
    request.onload = () => {
      const answer = read(request.responseText);
      if (request.status === 201) resolve(answer as Upload);
      else reject(new CallRefused(refusalOfBody(answer)));
    };
    stop.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no answer of ours: worded as unreadable
  }
}
