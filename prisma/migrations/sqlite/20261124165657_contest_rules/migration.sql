-- Standings are a read model: they are folded again from the attempts in the new shape.
DELETE FROM "Standing";
UPDATE "Attempt" SET "isRanked" = false;

-- CreateTable
CREATE TABLE "BoardMember" (
    "contestId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,

    PRIMARY KEY ("contestId", "accountId"),
    CONSTRAINT "BoardMember_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContestDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contestSlug" TEXT,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Adjustment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contestId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ms" INTEGER NOT NULL DEFAULT 0,
    "accountId" TEXT,
    "unitId" TEXT,
    "startsAt" DATETIME,
    "endsAt" DATETIME,
    "reason" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "undoneAt" DATETIME,
    "undoneById" TEXT,
    "undoReason" TEXT,
    CONSTRAINT "Adjustment_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Adjustment_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contestId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    CONSTRAINT "Notice_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PreparedForm" (
    "roundId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "poolHash" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "takenAt" DATETIME,
    "preparedAt" DATETIME NOT NULL,

    PRIMARY KEY ("roundId", "number"),
    CONSTRAINT "PreparedForm_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PoolSnapshot" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "items" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FrozenCount" (
    "scopeId" TEXT NOT NULL PRIMARY KEY,
    "contestId" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "peopleAllRight" INTEGER NOT NULL,
    "frozenAt" DATETIME NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Contest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "isEdited" BOOLEAN NOT NULL DEFAULT false,
    "lotSeed" TEXT NOT NULL DEFAULT '',
    "settledAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);
INSERT INTO "new_Contest" ("createdAt", "id", "rules", "slug", "title", "updatedAt") SELECT "createdAt", "id", "rules", "slug", "title", "updatedAt" FROM "Contest";
DROP TABLE "Contest";
ALTER TABLE "new_Contest" RENAME TO "Contest";
CREATE UNIQUE INDEX "Contest_slug_key" ON "Contest"("slug");
CREATE TABLE "new_Round" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contestId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'contest',
    "opensAt" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "window" TEXT NOT NULL DEFAULT 'personal',
    "lateArrival" TEXT NOT NULL DEFAULT 'cut',
    "entryForMs" INTEGER,
    "blueprint" TEXT NOT NULL,
    "lotSeed" TEXT NOT NULL DEFAULT '',
    "settledAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Round_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Round" ("blueprint", "closesAt", "contestId", "createdAt", "durationMs", "id", "number", "opensAt", "title", "updatedAt") SELECT "blueprint", "closesAt", "contestId", "createdAt", "durationMs", "id", "number", "opensAt", "title", "updatedAt" FROM "Round";
DROP TABLE "Round";
ALTER TABLE "new_Round" RENAME TO "Round";
CREATE INDEX "Round_closesAt_idx" ON "Round"("closesAt");
CREATE UNIQUE INDEX "Round_contestId_number_key" ON "Round"("contestId", "number");
CREATE TABLE "new_Participation" (
    "contestId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "birthYear" INTEGER NOT NULL DEFAULT 0,
    "registeredAt" DATETIME NOT NULL,
    "day" INTEGER NOT NULL,
    "consentText" TEXT,
    "consentedAt" DATETIME,
    "counts" BOOLEAN NOT NULL DEFAULT true,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("contestId", "accountId"),
    CONSTRAINT "Participation_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Participation" ("accountId", "contestId", "day", "registeredAt", "unitId", "updatedAt") SELECT "accountId", "contestId", "day", "registeredAt", "unitId", "updatedAt" FROM "Participation";
DROP TABLE "Participation";
ALTER TABLE "new_Participation" RENAME TO "Participation";
CREATE INDEX "Participation_contestId_unitId_idx" ON "Participation"("contestId", "unitId");
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
    "isRanked" BOOLEAN NOT NULL DEFAULT false,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Attempt_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Attempt" ("accountId", "contestId", "deadlineAt", "durationMs", "finishedAt", "form", "graceMs", "id", "isRanked", "maxScore", "number", "roundId", "score", "seed", "startedAt", "state", "unitId", "updatedAt") SELECT "accountId", "contestId", "deadlineAt", "durationMs", "finishedAt", "form", "graceMs", "id", "isRanked", "maxScore", "number", "roundId", "score", "seed", "startedAt", "state", "unitId", "updatedAt" FROM "Attempt";
DROP TABLE "Attempt";
ALTER TABLE "new_Attempt" RENAME TO "Attempt";
CREATE INDEX "Attempt_state_deadlineAt_idx" ON "Attempt"("state", "deadlineAt");
CREATE INDEX "Attempt_isRanked_state_idx" ON "Attempt"("isRanked", "state");
CREATE INDEX "Attempt_accountId_idx" ON "Attempt"("accountId");
CREATE INDEX "Attempt_contestId_state_idx" ON "Attempt"("contestId", "state");
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

    PRIMARY KEY ("attemptId", "sequence"),
    CONSTRAINT "AttemptStep_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_AttemptStep" ("attemptId", "key", "kind", "receivedAt", "response", "sequence", "slot") SELECT "attemptId", "key", "kind", "receivedAt", "response", "sequence", "slot" FROM "AttemptStep";
DROP TABLE "AttemptStep";
ALTER TABLE "new_AttemptStep" RENAME TO "AttemptStep";
CREATE UNIQUE INDEX "AttemptStep_attemptId_key_key" ON "AttemptStep"("attemptId", "key");
CREATE TABLE "new_Standing" (
    "scopeId" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "block" TEXT NOT NULL,
    "score" REAL NOT NULL,
    "maxScore" REAL NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "submittedAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL,
    "rounds" INTEGER NOT NULL,
    "prediction" INTEGER,
    "predictionDistance" INTEGER,
    "birthYear" INTEGER NOT NULL,
    "isAllRight" BOOLEAN NOT NULL,
    "rankKey" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("scopeId", "accountId")
);
INSERT INTO "new_Standing" ("accountId", "attemptId", "durationMs", "maxScore", "rankKey", "score", "submittedAt", "unitId", "updatedAt") SELECT "accountId", "attemptId", "durationMs", "maxScore", "rankKey", "score", "submittedAt", "unitId", "updatedAt" FROM "Standing";
DROP TABLE "Standing";
ALTER TABLE "new_Standing" RENAME TO "Standing";
CREATE INDEX "Standing_scopeId_rankKey_accountId_idx" ON "Standing"("scopeId", "rankKey", "accountId");
CREATE INDEX "Standing_scopeId_block_rankKey_accountId_idx" ON "Standing"("scopeId", "block", "rankKey", "accountId");
CREATE INDEX "Standing_scopeId_unitId_isAllRight_score_idx" ON "Standing"("scopeId", "unitId", "isAllRight", "score");
CREATE INDEX "Standing_contestId_idx" ON "Standing"("contestId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "ContestDraft_contestSlug_idx" ON "ContestDraft"("contestSlug");

-- CreateIndex
CREATE INDEX "Adjustment_roundId_idx" ON "Adjustment"("roundId");

-- CreateIndex
CREATE INDEX "Notice_contestId_at_idx" ON "Notice"("contestId", "at");

-- Entries of before carry the year of birth of the account from now on.
UPDATE "Participation" SET "birthYear" = COALESCE((SELECT "birthYear" FROM "Account" WHERE "Account"."id" = "Participation"."accountId"), 0);

-- Lots need a seed that was fixed before anybody knew the results. Contests of before get theirs now.
UPDATE "Contest" SET "lotSeed" = lower(hex(randomblob(16)));
UPDATE "Round" SET "lotSeed" = lower(hex(randomblob(16)));
