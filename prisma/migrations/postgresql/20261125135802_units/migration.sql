-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "guidance" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "isEdited" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "takesPeople" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Grant" DROP CONSTRAINT "Grant_pkey",
ADD COLUMN     "block" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "grantedById" TEXT,
ADD CONSTRAINT "Grant_pkey" PRIMARY KEY ("accountId", "role", "unitId", "block");

-- AlterTable
ALTER TABLE "Participation" ADD COLUMN     "categories" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "UnitVersion" (
    "unitId" TEXT NOT NULL,
    "validFrom" TIMESTAMP(3) NOT NULL,
    "parentId" TEXT,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "block" TEXT,
    "code" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UnitVersion_pkey" PRIMARY KEY ("unitId","validFrom")
);

-- CreateTable
CREATE TABLE "UnitLink" (
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "isMain" BOOLEAN NOT NULL DEFAULT true,
    "source" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UnitLink_pkey" PRIMARY KEY ("fromId","toId")
);

-- CreateTable
CREATE TABLE "UnitChange" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "unitIds" TEXT NOT NULL,
    "actorId" TEXT,
    "effectiveAt" TIMESTAMP(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "undoneAt" TIMESTAMP(3),
    "undoneById" TEXT,

    CONSTRAINT "UnitChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HeadcountProposal" (
    "id" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "asOf" TIMESTAMP(3) NOT NULL,
    "people" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "HeadcountProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RosterPerson" (
    "id" TEXT NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RosterPerson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RosterImport" (
    "id" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "droppedAt" TIMESTAMP(3),

    CONSTRAINT "RosterImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitTransfer" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "fromUnitId" TEXT NOT NULL,
    "toUnitId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "fromDecidedById" TEXT,
    "fromDecidedAt" TIMESTAMP(3),
    "toDecidedById" TEXT,
    "toDecidedAt" TIMESTAMP(3),
    "refusedReason" TEXT NOT NULL DEFAULT '',
    "closedAt" TIMESTAMP(3),
    "moved" TEXT NOT NULL DEFAULT '',
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "UnitTransfer_pkey" PRIMARY KEY ("id")
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
    "scoreSum" DOUBLE PRECISION NOT NULL,
    "body" TEXT NOT NULL,
    "countedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "UnitTally_pkey" PRIMARY KEY ("scopeId","part","unitId")
);

-- CreateTable
CREATE TABLE "TallyMark" (
    "contestId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "stamp" TEXT NOT NULL,

    CONSTRAINT "TallyMark_pkey" PRIMARY KEY ("contestId","unitId")
);

-- CreateTable
CREATE TABLE "TallyState" (
    "contestId" TEXT NOT NULL,
    "upTo" TIMESTAMP(3) NOT NULL,
    "treeStamp" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TallyState_pkey" PRIMARY KEY ("contestId")
);

-- CreateTable
CREATE TABLE "Target" (
    "id" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL DEFAULT '',
    "unitId" TEXT NOT NULL,
    "spread" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "setById" TEXT NOT NULL,
    "setAt" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),
    "withdrawnById" TEXT,

    CONSTRAINT "Target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Confirmation" (
    "code" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "issuedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Confirmation_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "FigureSnapshot" (
    "id" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "takenAt" TIMESTAMP(3) NOT NULL,
    "body" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "FigureSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportFile" (
    "id" TEXT NOT NULL,
    "snapshotId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "settingHash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "bytes" BYTEA,
    "hash" TEXT NOT NULL DEFAULT '',
    "requestedById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReportFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportSetting" (
    "unitId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "updatedById" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReportSetting_pkey" PRIMARY KEY ("unitId")
);

-- CreateTable
CREATE TABLE "ReportClock" (
    "contestId" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "minuteOfDay" INTEGER NOT NULL,
    "setById" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReportClock_pkey" PRIMARY KEY ("contestId")
);

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
CREATE INDEX "Grant_unitId_idx" ON "Grant"("unitId");

-- CreateIndex
CREATE INDEX "LessonProgress_updatedAt_idx" ON "LessonProgress"("updatedAt");

-- CreateIndex
CREATE INDEX "Participation_contestId_registeredAt_idx" ON "Participation"("contestId", "registeredAt");

-- CreateIndex
CREATE INDEX "Attempt_contestId_unitId_idx" ON "Attempt"("contestId", "unitId");

-- AddForeignKey
ALTER TABLE "UnitVersion" ADD CONSTRAINT "UnitVersion_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportFile" ADD CONSTRAINT "ReportFile_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "FigureSnapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Units that exist begin with one version: what they are.
INSERT INTO "UnitVersion" ("unitId", "validFrom", "parentId", "name", "kind", "block", "code")
SELECT "id", "validFrom", "parentId", "name", "kind", "block", "code" FROM "Unit";
