-- CreateTable
CREATE TABLE "UnitVersion" (
    "unitId" TEXT NOT NULL,
    "validFrom" DATETIME NOT NULL,
    "parentId" TEXT,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "block" TEXT,
    "code" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("unitId", "validFrom"),
    CONSTRAINT "UnitVersion_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "UnitLink" (
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "isMain" BOOLEAN NOT NULL DEFAULT true,
    "source" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("fromId", "toId")
);

-- CreateTable
CREATE TABLE "UnitChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "unitIds" TEXT NOT NULL,
    "actorId" TEXT,
    "effectiveAt" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "undoneAt" DATETIME,
    "undoneById" TEXT
);

-- CreateTable
CREATE TABLE "HeadcountProposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "asOf" DATETIME NOT NULL,
    "people" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "reason" TEXT NOT NULL DEFAULT '',
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RosterPerson" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "fullName" TEXT NOT NULL,
    "foldedName" TEXT NOT NULL,
    "birthYear" INTEGER,
    "position" TEXT NOT NULL DEFAULT '',
    "categories" TEXT NOT NULL DEFAULT '',
    "accountId" TEXT,
    "match" TEXT NOT NULL DEFAULT 'none',
    "candidateIds" TEXT NOT NULL DEFAULT '',
    "importId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RosterImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "droppedAt" DATETIME
);

-- CreateTable
CREATE TABLE "UnitTransfer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "fromUnitId" TEXT NOT NULL,
    "toUnitId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "requestedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "fromDecidedById" TEXT,
    "fromDecidedAt" DATETIME,
    "toDecidedById" TEXT,
    "toDecidedAt" DATETIME,
    "refusedReason" TEXT NOT NULL DEFAULT '',
    "closedAt" DATETIME,
    "moved" TEXT NOT NULL DEFAULT '',
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "UnitTally" (
    "scopeId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "valid" INTEGER NOT NULL,
    "finished" INTEGER NOT NULL,
    "allRight" INTEGER NOT NULL,
    "scoreCount" INTEGER NOT NULL,
    "scoreSum" REAL NOT NULL,
    "body" TEXT NOT NULL,
    "countedAt" DATETIME NOT NULL,

    PRIMARY KEY ("scopeId", "part", "unitId")
);

-- CreateTable
CREATE TABLE "TallyMark" (
    "contestId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "stamp" TEXT NOT NULL,

    PRIMARY KEY ("contestId", "unitId")
);

-- CreateTable
CREATE TABLE "TallyState" (
    "contestId" TEXT NOT NULL PRIMARY KEY,
    "upTo" DATETIME NOT NULL,
    "treeStamp" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Target" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contestId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL DEFAULT '',
    "unitId" TEXT NOT NULL,
    "spread" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "value" REAL NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "setById" TEXT NOT NULL,
    "setAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    "withdrawnById" TEXT
);

-- CreateTable
CREATE TABLE "Confirmation" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "contestId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "issuedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FigureSnapshot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contestId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "takenAt" DATETIME NOT NULL,
    "body" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ReportFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "snapshotId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "settingHash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "bytes" BLOB,
    "hash" TEXT NOT NULL DEFAULT '',
    "requestedById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "ReportFile_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "FigureSnapshot" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReportSetting" (
    "unitId" TEXT NOT NULL PRIMARY KEY,
    "body" TEXT NOT NULL,
    "updatedById" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ReportClock" (
    "contestId" TEXT NOT NULL PRIMARY KEY,
    "weekday" INTEGER NOT NULL,
    "minuteOfDay" INTEGER NOT NULL,
    "setById" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Unit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "parentId" TEXT,
    "path" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "foldedName" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "block" TEXT,
    "code" TEXT,
    "validFrom" DATETIME NOT NULL,
    "validTo" DATETIME,
    "guidance" TEXT NOT NULL DEFAULT '',
    "takesPeople" BOOLEAN NOT NULL DEFAULT false,
    "isEdited" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Unit" ("block", "code", "createdAt", "foldedName", "id", "kind", "name", "parentId", "path", "sortKey", "updatedAt", "validFrom", "validTo") SELECT "block", "code", "createdAt", "foldedName", "id", "kind", "name", "parentId", "path", "sortKey", "updatedAt", "validFrom", "validTo" FROM "Unit";
DROP TABLE "Unit";
ALTER TABLE "new_Unit" RENAME TO "Unit";
CREATE INDEX "Unit_path_idx" ON "Unit"("path");
CREATE INDEX "Unit_parentId_idx" ON "Unit"("parentId");
CREATE TABLE "new_Grant" (
    "accountId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "block" TEXT NOT NULL DEFAULT '',
    "grantedById" TEXT,
    "grantedAt" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "role", "unitId", "block"),
    CONSTRAINT "Grant_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Grant_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Grant" ("accountId", "grantedAt", "role", "unitId") SELECT "accountId", "grantedAt", "role", "unitId" FROM "Grant";
DROP TABLE "Grant";
ALTER TABLE "new_Grant" RENAME TO "Grant";
CREATE INDEX "Grant_unitId_idx" ON "Grant"("unitId");
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
    "categories" TEXT NOT NULL DEFAULT '',
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("contestId", "accountId"),
    CONSTRAINT "Participation_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Participation" ("accountId", "birthYear", "consentText", "consentedAt", "contestId", "counts", "day", "registeredAt", "unitId", "updatedAt") SELECT "accountId", "birthYear", "consentText", "consentedAt", "contestId", "counts", "day", "registeredAt", "unitId", "updatedAt" FROM "Participation";
DROP TABLE "Participation";
ALTER TABLE "new_Participation" RENAME TO "Participation";
CREATE INDEX "Participation_contestId_unitId_idx" ON "Participation"("contestId", "unitId");
CREATE INDEX "Participation_contestId_registeredAt_idx" ON "Participation"("contestId", "registeredAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "UnitLink_toId_idx" ON "UnitLink"("toId");

-- CreateIndex
CREATE INDEX "UnitChange_at_idx" ON "UnitChange"("at");

-- CreateIndex
CREATE INDEX "HeadcountProposal_unitId_state_idx" ON "HeadcountProposal"("unitId", "state");

-- CreateIndex
CREATE INDEX "HeadcountProposal_state_proposedAt_idx" ON "HeadcountProposal"("state", "proposedAt");

-- CreateIndex
CREATE INDEX "RosterPerson_unitId_number_idx" ON "RosterPerson"("unitId", "number");

-- CreateIndex
CREATE INDEX "RosterPerson_accountId_idx" ON "RosterPerson"("accountId");

-- CreateIndex
CREATE INDEX "RosterImport_unitId_at_idx" ON "RosterImport"("unitId", "at");

-- CreateIndex
CREATE INDEX "UnitTransfer_accountId_idx" ON "UnitTransfer"("accountId");

-- CreateIndex
CREATE INDEX "UnitTransfer_state_fromUnitId_idx" ON "UnitTransfer"("state", "fromUnitId");

-- CreateIndex
CREATE INDEX "UnitTransfer_state_toUnitId_idx" ON "UnitTransfer"("state", "toUnitId");

-- CreateIndex
CREATE INDEX "Target_contestId_unitId_idx" ON "Target"("contestId", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Confirmation_contestId_accountId_key" ON "Confirmation"("contestId", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "FigureSnapshot_contestId_at_key" ON "FigureSnapshot"("contestId", "at");

-- CreateIndex
CREATE INDEX "ReportFile_state_idx" ON "ReportFile"("state");

-- CreateIndex
CREATE UNIQUE INDEX "ReportFile_snapshotId_unitId_format_settingHash_key" ON "ReportFile"("snapshotId", "unitId", "format", "settingHash");

-- CreateIndex
CREATE INDEX "LessonProgress_updatedAt_idx" ON "LessonProgress"("updatedAt");

-- CreateIndex
CREATE INDEX "Attempt_contestId_unitId_idx" ON "Attempt"("contestId", "unitId");

-- Units that exist begin with one version: what they are.
INSERT INTO "UnitVersion" ("unitId", "validFrom", "parentId", "name", "kind", "block", "code")
SELECT "id", "validFrom", "parentId", "name", "kind", "block", "code" FROM "Unit";
