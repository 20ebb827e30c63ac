-- AlterTable
ALTER TABLE "Account" ADD COLUMN "disabledAt" DATETIME;
ALTER TABLE "Account" ADD COLUMN "emailIndex" TEXT;
ALTER TABLE "Account" ADD COLUMN "emailSealed" TEXT;
ALTER TABLE "Account" ADD COLUMN "emailVerifiedAt" DATETIME;
ALTER TABLE "Account" ADD COLUMN "erasedAt" DATETIME;
ALTER TABLE "Account" ADD COLUMN "lastSeenAt" DATETIME;
ALTER TABLE "Account" ADD COLUMN "mergedIntoId" TEXT;
ALTER TABLE "Account" ADD COLUMN "phoneSealed" TEXT;

-- CreateTable
CREATE TABLE "Totp" (
    "accountId" TEXT NOT NULL PRIMARY KEY,
    "secret" TEXT NOT NULL,
    "confirmedAt" DATETIME,
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Totp_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "publicKey" BLOB NOT NULL,
    "counter" INTEGER NOT NULL,
    "transports" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastUsedAt" DATETIME,
    CONSTRAINT "Passkey_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SpareCode" (
    "accountId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "usedAt" DATETIME,

    PRIMARY KEY ("accountId", "codeHash"),
    CONSTRAINT "SpareCode_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OneTimeCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "issuedById" TEXT,
    "issuedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "usedAt" DATETIME,
    CONSTRAINT "OneTimeCode_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Challenge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "accountId" TEXT,
    "body" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ExternalIdentity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "linkedAt" DATETIME NOT NULL,

    PRIMARY KEY ("issuer", "subject"),
    CONSTRAINT "ExternalIdentity_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "points" INTEGER NOT NULL,
    "expire" DATETIME
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "hash" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "keyId" TEXT NOT NULL,
    "signature" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publicKey" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "retiredAt" DATETIME
);

-- CreateTable
CREATE TABLE "RowSeal" (
    "kind" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "mac" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("kind", "rowId")
);

-- CreateTable
CREATE TABLE "SealedExport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contestId" TEXT NOT NULL,
    "scopeId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "madeById" TEXT,
    "madeAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Look" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "actorId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "accountId" TEXT,
    "unitId" TEXT,
    "contestId" TEXT,
    "people" INTEGER NOT NULL DEFAULT 1,
    "isFile" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT ''
);

-- CreateTable
CREATE TABLE "OutgoingMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "channel" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "accountId" TEXT,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" DATETIME NOT NULL,
    "lastError" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "contestId" TEXT,
    "body" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "decidedReason" TEXT NOT NULL DEFAULT '',
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AttemptRuling" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "causeId" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "proposalId" TEXT,
    "actorId" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "DuplicatePair" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "firstId" TEXT NOT NULL,
    "secondId" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "strength" REAL NOT NULL,
    "foundAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "reason" TEXT NOT NULL DEFAULT '',
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AccountMerge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "keptId" TEXT NOT NULL,
    "mergedId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "moved" TEXT NOT NULL,
    "undoneAt" DATETIME,
    "undoneById" TEXT,
    "undoReason" TEXT NOT NULL DEFAULT ''
);

-- CreateTable
CREATE TABLE "AttemptTrace" (
    "attemptId" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "deviceHash" TEXT NOT NULL,
    "networkHash" TEXT NOT NULL,
    "wideHash" TEXT NOT NULL,
    "firstAt" DATETIME NOT NULL,
    "lastAt" DATETIME NOT NULL,

    PRIMARY KEY ("attemptId", "deviceHash", "networkHash")
);

-- CreateTable
CREATE TABLE "Signal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contestId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "subjectKey" TEXT NOT NULL,
    "accountId" TEXT,
    "attemptId" TEXT,
    "unitId" TEXT,
    "strength" REAL NOT NULL,
    "evidence" TEXT NOT NULL,
    "foundAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "askedAt" DATETIME,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "reason" TEXT NOT NULL DEFAULT '',
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SignalStatement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "signalId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "isContestant" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "SignalStatement_signalId_fkey" FOREIGN KEY ("signalId") REFERENCES "Signal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DataRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "requestedAt" DATETIME NOT NULL,
    "answerBy" DATETIME NOT NULL,
    "doneBy" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "answer" TEXT NOT NULL DEFAULT '',
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Erasure" (
    "accountId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "cause" TEXT NOT NULL,
    "kept" TEXT NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Session" (
    "idHash" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "endsAt" DATETIME,
    "lastSeenAt" DATETIME,
    "deviceName" TEXT NOT NULL DEFAULT '',
    "secondFactorAt" DATETIME,
    "steppedUpAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Session" ("accountId", "createdAt", "expiresAt", "idHash") SELECT "accountId", "createdAt", "expiresAt", "idHash" FROM "Session";
DROP TABLE "Session";
ALTER TABLE "new_Session" RENAME TO "Session";
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");
CREATE TABLE "new_Consent" (
    "accountId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "textVersion" TEXT NOT NULL,
    "textHash" TEXT NOT NULL DEFAULT '',
    "givenAt" DATETIME NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'web',
    "guardian" TEXT NOT NULL DEFAULT '',
    "withdrawnAt" DATETIME,

    PRIMARY KEY ("accountId", "purpose", "textVersion"),
    CONSTRAINT "Consent_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Consent" ("accountId", "givenAt", "purpose", "textVersion") SELECT "accountId", "givenAt", "purpose", "textVersion" FROM "Consent";
DROP TABLE "Consent";
ALTER TABLE "new_Consent" RENAME TO "Consent";
CREATE TABLE "new_Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roundId" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "poolHash" TEXT NOT NULL DEFAULT '',
    "form" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "deadlineAt" DATETIME NOT NULL,
    "graceMs" INTEGER NOT NULL,
    "device" TEXT,
    "state" TEXT NOT NULL,
    "finishedAt" DATETIME,
    "durationMs" INTEGER,
    "score" REAL,
    "maxScore" REAL NOT NULL,
    "isValid" BOOLEAN NOT NULL DEFAULT true,
    "prediction" INTEGER,
    "late" INTEGER NOT NULL DEFAULT 0,
    "isSetAside" BOOLEAN NOT NULL DEFAULT false,
    "isRanked" BOOLEAN NOT NULL DEFAULT false,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Attempt_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Attempt" ("accountId", "contestId", "deadlineAt", "device", "durationMs", "finishedAt", "form", "graceMs", "id", "isRanked", "isValid", "late", "maxScore", "number", "poolHash", "prediction", "roundId", "score", "seed", "startedAt", "state", "unitId", "updatedAt") SELECT "accountId", "contestId", "deadlineAt", "device", "durationMs", "finishedAt", "form", "graceMs", "id", "isRanked", "isValid", "late", "maxScore", "number", "poolHash", "prediction", "roundId", "score", "seed", "startedAt", "state", "unitId", "updatedAt" FROM "Attempt";
DROP TABLE "Attempt";
ALTER TABLE "new_Attempt" RENAME TO "Attempt";
CREATE INDEX "Attempt_state_deadlineAt_idx" ON "Attempt"("state", "deadlineAt");
CREATE INDEX "Attempt_isRanked_state_idx" ON "Attempt"("isRanked", "state");
CREATE INDEX "Attempt_accountId_idx" ON "Attempt"("accountId");
CREATE INDEX "Attempt_contestId_state_idx" ON "Attempt"("contestId", "state");
CREATE INDEX "Attempt_contestId_unitId_idx" ON "Attempt"("contestId", "unitId");
CREATE UNIQUE INDEX "Attempt_roundId_accountId_number_key" ON "Attempt"("roundId", "accountId", "number");
CREATE TABLE "new_AttemptStep" (
    "attemptId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "slot" INTEGER,
    "response" TEXT,
    "key" TEXT,
    "receivedAt" DATETIME NOT NULL,
    "chosenAt" DATETIME,
    "device" TEXT,
    "isLate" BOOLEAN NOT NULL DEFAULT false,
    "mac" TEXT NOT NULL DEFAULT '',

    PRIMARY KEY ("attemptId", "sequence"),
    CONSTRAINT "AttemptStep_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_AttemptStep" ("attemptId", "chosenAt", "device", "isLate", "key", "kind", "receivedAt", "response", "sequence", "slot") SELECT "attemptId", "chosenAt", "device", "isLate", "key", "kind", "receivedAt", "response", "sequence", "slot" FROM "AttemptStep";
DROP TABLE "AttemptStep";
ALTER TABLE "new_AttemptStep" RENAME TO "AttemptStep";
CREATE UNIQUE INDEX "AttemptStep_attemptId_key_key" ON "AttemptStep"("attemptId", "key");
CREATE TABLE "new_AuditEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "mac" TEXT NOT NULL DEFAULT '',
    "sequence" INTEGER,
    "hash" TEXT NOT NULL DEFAULT ''
);
INSERT INTO "new_AuditEntry" ("action", "actorId", "at", "detail", "id", "subject") SELECT "action", "actorId", "at", "detail", "id", "subject" FROM "AuditEntry";
DROP TABLE "AuditEntry";
ALTER TABLE "new_AuditEntry" RENAME TO "AuditEntry";
CREATE UNIQUE INDEX "AuditEntry_sequence_key" ON "AuditEntry"("sequence");
CREATE INDEX "AuditEntry_subject_idx" ON "AuditEntry"("subject");
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");
CREATE INDEX "AuditEntry_actorId_at_idx" ON "AuditEntry"("actorId", "at");
CREATE INDEX "AuditEntry_action_at_idx" ON "AuditEntry"("action", "at");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Passkey_accountId_idx" ON "Passkey"("accountId");

-- CreateIndex
CREATE INDEX "OneTimeCode_accountId_purpose_idx" ON "OneTimeCode"("accountId", "purpose");

-- CreateIndex
CREATE INDEX "OneTimeCode_expiresAt_idx" ON "OneTimeCode"("expiresAt");

-- CreateIndex
CREATE INDEX "Challenge_expiresAt_idx" ON "Challenge"("expiresAt");

-- CreateIndex
CREATE INDEX "ExternalIdentity_accountId_idx" ON "ExternalIdentity"("accountId");

-- CreateIndex
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

-- CreateIndex
CREATE INDEX "SealedExport_contestId_madeAt_idx" ON "SealedExport"("contestId", "madeAt");

-- CreateIndex
CREATE INDEX "Look_accountId_at_idx" ON "Look"("accountId", "at");

-- CreateIndex
CREATE INDEX "Look_unitId_at_idx" ON "Look"("unitId", "at");

-- CreateIndex
CREATE INDEX "Look_actorId_at_idx" ON "Look"("actorId", "at");

-- CreateIndex
CREATE INDEX "Look_at_idx" ON "Look"("at");

-- CreateIndex
CREATE INDEX "OutgoingMessage_state_nextTryAt_idx" ON "OutgoingMessage"("state", "nextTryAt");

-- CreateIndex
CREATE INDEX "OutgoingMessage_createdAt_idx" ON "OutgoingMessage"("createdAt");

-- CreateIndex
CREATE INDEX "Proposal_state_proposedAt_idx" ON "Proposal"("state", "proposedAt");

-- CreateIndex
CREATE INDEX "Proposal_subject_idx" ON "Proposal"("subject");

-- CreateIndex
CREATE INDEX "Proposal_contestId_state_idx" ON "Proposal"("contestId", "state");

-- CreateIndex
CREATE INDEX "AttemptRuling_attemptId_at_idx" ON "AttemptRuling"("attemptId", "at");

-- CreateIndex
CREATE INDEX "AttemptRuling_contestId_at_idx" ON "AttemptRuling"("contestId", "at");

-- CreateIndex
CREATE INDEX "AttemptRuling_accountId_idx" ON "AttemptRuling"("accountId");

-- CreateIndex
CREATE INDEX "DuplicatePair_state_strength_idx" ON "DuplicatePair"("state", "strength");

-- CreateIndex
CREATE INDEX "DuplicatePair_secondId_idx" ON "DuplicatePair"("secondId");

-- CreateIndex
CREATE UNIQUE INDEX "DuplicatePair_firstId_secondId_key" ON "DuplicatePair"("firstId", "secondId");

-- CreateIndex
CREATE INDEX "AccountMerge_keptId_idx" ON "AccountMerge"("keptId");

-- CreateIndex
CREATE INDEX "AccountMerge_mergedId_idx" ON "AccountMerge"("mergedId");

-- CreateIndex
CREATE INDEX "AttemptTrace_contestId_deviceHash_idx" ON "AttemptTrace"("contestId", "deviceHash");

-- CreateIndex
CREATE INDEX "AttemptTrace_accountId_idx" ON "AttemptTrace"("accountId");

-- CreateIndex
CREATE INDEX "AttemptTrace_lastAt_idx" ON "AttemptTrace"("lastAt");

-- CreateIndex
CREATE INDEX "Signal_contestId_state_strength_idx" ON "Signal"("contestId", "state", "strength");

-- CreateIndex
CREATE INDEX "Signal_accountId_idx" ON "Signal"("accountId");

-- CreateIndex
CREATE INDEX "Signal_attemptId_idx" ON "Signal"("attemptId");

-- CreateIndex
CREATE UNIQUE INDEX "Signal_kind_subjectKey_key" ON "Signal"("kind", "subjectKey");

-- CreateIndex
CREATE INDEX "SignalStatement_signalId_at_idx" ON "SignalStatement"("signalId", "at");

-- CreateIndex
CREATE INDEX "DataRequest_accountId_idx" ON "DataRequest"("accountId");

-- CreateIndex
CREATE INDEX "DataRequest_state_answerBy_idx" ON "DataRequest"("state", "answerBy");

-- CreateIndex
CREATE UNIQUE INDEX "Account_emailIndex_key" ON "Account"("emailIndex");

-- CreateIndex
CREATE INDEX "Account_foldedName_birthYear_idx" ON "Account"("foldedName", "birthYear");

-- CreateIndex
CREATE INDEX "Account_lastSeenAt_idx" ON "Account"("lastSeenAt");
