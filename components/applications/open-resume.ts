import type { PDFDocumentProxy } from 'pdfjs-dist';
import { ApiError } from '@/lib/client/fetch';
import type { Problem } from '@/lib/domain/error-codes';

export type OpenResume = {
  kind: 'pdf';
  pageCount: number;
  document: PDFDocumentProxy;
  close: () => void;
};

/** Fetches a file through our own route and opens it if it is a PDF. Throws ApiError if refused. */
export async function openResume(
  url: string,
  signal: AbortSignal,
): Promise<OpenResume | { kind: 'other'; mime: string }> {
  const [response, pdfjs] = await Promise.all([fetch(url, { signal }), import('pdfjs-dist')]);
  if (!response.ok) throw await refusal(response);
  const mime = response.headers.get('content-type') ?? '';
  if (!mime.startsWith('application/pdf')) return { kind: 'other', mime };
  pdfjs.GlobalWorkerOptions.workerSrc = '/pdfjs/pdf.worker.min.mjs';
  const task = pdfjs.getDocument({
    data: await response.arrayBuffer(),
    cMapUrl: '/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    isEvalSupported: false,
    enableXfa: false,
  });
  const document = await task.promise;
  return {
    kind: 'pdf',
    document,
    pageCount: document.numPages,
    close: () => void task.destroy(),
  };
}

async function refusal(response: Response): Promise<ApiError> {
  try {
    const problem: Problem = await response.json();
    return new ApiError(problem.code, response.status, problem);
  } catch {
    return new ApiError('UNKNOWN', response.status);
  }
}
