import type { Request, Response } from 'express';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A page without scripts for what the server refuses before any page of the application is asked. */
const pageOf = (sentence: string, requestId: string): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Không thực hiện được – Tìm Hiểu</title>
<link rel="stylesheet" href="/refused.css">
</head>
<body>
<main>
<h1>Không thực hiện được</h1>
<p>${escape(sentence)}</p>
<p><a href="/">Về trang chủ</a></p>
<p><small>Mã yêu cầu: ${escape(requestId)}</small></p>
</main>
</body>
</html>
`;

/** Answers with one sentence: as a page to who looks at one, as plain words to everything else. */
export function refuseRequest(request: Request, response: Response, status: number, sentence: string): void {
  const requestId = String(response.locals['requestId'] ?? '');
  response.status(status);
  // why: what was refused is gone with its connection, so that nobody goes on sending a body that nobody reads.
  if (status === 411 || status === 413) response.set('Connection', 'close');
  const wantsPage = (request.headers.accept ?? '').includes('text/html') && !request.path.endsWith('.data');
  if (wantsPage) response.type('text/html; charset=utf-8').send(pageOf(sentence, requestId));
  else response.type('text/plain; charset=utf-8').send(`${sentence}\nMã yêu cầu: ${requestId}\n`);
}
