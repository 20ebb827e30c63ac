import { database } from '#app/platform/db/client.server.ts';

/** A row about the person in every table of the register that a contest does not fill by itself, with those words in every text. */
export async function markDemoRows(accountId: string, words: string, now: number): Promise<void> {
  const db = await database();
  const at = new Date(now);
  const account = await db.account.findUniqueOrThrow({ where: { id: accountId } });
  const attempt = await db.attempt.findFirstOrThrow({ where: { accountId } });
  const { contestId, roundId, id: attemptId } = attempt;
  const { unitId } = account;
  const text = `<b>${words}</b>`;
  await db.session.create({ data: { idHash: `s-${accountId}`, accountId, expiresAt: at, deviceName: text } });
  await db.totp.create({ data: { accountId, secret: 'bi-mat-cua-ung-dung', createdAt: at } });
  await db.passkey.create({
    data: { id: 'k', accountId, publicKey: new Uint8Array([1]), counter: 0, name: text, createdAt: at },
  });
  await db.spareCode.create({ data: { accountId, codeHash: 'bam-cua-ma', createdAt: at } });
  const code = { accountId, purpose: 'recovery', codeHash: 'bam-cua-ma', channel: 'manager' };
  await db.oneTimeCode.create({ data: { ...code, issuedAt: at, expiresAt: at } });
  await db.challenge.create({ data: { id: 'c', kind: 'provider', accountId, body: text, expiresAt: at } });
  await db.externalIdentity.create({ data: { issuer: 'https://x', subject: text, accountId, linkedAt: at } });
  await db.grant.create({ data: { accountId, role: 'itemAuthor', unitId, grantedAt: at } });
  await db.lessonProgress.create({ data: { accountId, topicSlug: 't', lessonSlug: 'l', readAt: at } });
  await db.boardMember.create({ data: { contestId, accountId, addedAt: at } });
  const adjustment = { contestId, roundId, kind: 'extraTime', accountId, actorId: 'btc', at };
  await db.adjustment.create({ data: { ...adjustment, reason: 'mất điện', undoneAt: at } });
  const correction = await db.keyCorrection.create({
    data: { contestId, itemVersionId: 'v', kind: 'void', reason: '', actorId: 'btc', at, doneAt: at },
  });
  const marks = { scoreBefore: 1, scoreAfter: 1, maxScoreBefore: 1, maxScoreAfter: 1 };
  await db.markChange.create({ data: { correctionId: correction.id, attemptId, accountId, ...marks, at } });
  const ruling = {
    attemptId,
    contestId,
    accountId,
    kind: 'restored',
    cause: 'other',
    reason: 'đã xem lại',
    actorId: 'btc',
  };
  await db.attemptRuling.create({ data: { ...ruling, at } });
  await db.confirmation.create({ data: { code: 'ma', contestId, accountId, issuedAt: at } });
  const transfer = { accountId, fromUnitId: unitId, toUnitId: unitId, requestedById: accountId, requestedAt: at };
  await db.unitTransfer.create({ data: { ...transfer, reason: text, state: 'refused', refusedReason: text } });
  const roster = { unitId, number: 1, fullName: 'Người Trong Danh Sách', foldedName: '', importId: 'i', createdAt: at };
  await db.rosterPerson.create({ data: { ...roster, accountId, match: 'sure', categories: '|partyMember|' } });
  const trace = { attemptId, contestId, accountId, deviceHash: 'd', networkHash: 'n', wideHash: 'w' };
  await db.attemptTrace.create({ data: { ...trace, firstAt: at, lastAt: at } });
  const signal = await db.signal.create({
    data: {
      contestId,
      roundId,
      kind: 'speed',
      subjectKey: 'x',
      accountId,
      strength: 1,
      evidence: '{}',
      foundAt: at,
      state: 'asked',
    },
  });
  await db.signalStatement.create({ data: { signalId: signal.id, authorId: accountId, isContestant: true, text, at } });
  const pair = { firstId: accountId, secondId: 'khac', reasons: '|name|', strength: 1, foundAt: at, state: 'open' };
  await db.duplicatePair.create({ data: pair });
  await db.accountMerge.create({
    data: { keptId: accountId, mergedId: 'cu', actorId: 'btc', at, reason: text, moved: JSON.stringify({ text }) },
  });
  const message = { channel: 'email', recipient: text, body: text, purpose: 'recovery', accountId, state: 'sent' };
  await db.outgoingMessage.create({ data: { ...message, nextTryAt: at, createdAt: at } });
  await db.look.create({ data: { at, actorId: 'btc', what: 'person', accountId } });
  const asked = {
    accountId,
    kind: 'restrict',
    text,
    requestedAt: at,
    answerBy: at,
    doneBy: at,
    state: 'done',
    answer: text,
  };
  await db.dataRequest.create({ data: asked });
}
