-- Standings are a read model: they are folded again from the attempts in the new shape.
DELETE FROM "Standing";
UPDATE "Attempt" SET "isRanked" = false;

-- DropIndex
DROP INDEX "Standing_roundId_rankKey_accountId_idx";

-- DropIndex
DROP INDEX "Standing_roundId_unitId_idx";

-- AlterTable
ALTER TABLE "Contest" ADD COLUMN     "isEdited" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "lotSeed" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "settledAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Round" ADD COLUMN     "entryForMs" INTEGER,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'contest',
ADD COLUMN     "lateArrival" TEXT NOT NULL DEFAULT 'cut',
ADD COLUMN     "lotSeed" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "settledAt" TIMESTAMP(3),
ADD COLUMN     "window" TEXT NOT NULL DEFAULT 'personal';

-- AlterTable
ALTER TABLE "Participation" DROP COLUMN "delayMs",
DROP COLUMN "extraTimeMs",
ADD COLUMN     "birthYear" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "consentText" TEXT,
ADD COLUMN     "consentedAt" TIMESTAMP(3),
ADD COLUMN     "counts" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "device" TEXT,
ADD COLUMN     "isValid" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "late" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "poolHash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "prediction" INTEGER;

-- AlterTable
ALTER TABLE "AttemptStep" ADD COLUMN     "chosenAt" TIMESTAMP(3),
ADD COLUMN     "device" TEXT,
ADD COLUMN     "isLate" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Standing" DROP CONSTRAINT "Standing_pkey",
DROP COLUMN "roundId",
ADD COLUMN     "attempts" INTEGER NOT NULL,
ADD COLUMN     "birthYear" INTEGER NOT NULL,
ADD COLUMN     "block" TEXT NOT NULL,
ADD COLUMN     "contestId" TEXT NOT NULL,
ADD COLUMN     "isAllRight" BOOLEAN NOT NULL,
ADD COLUMN     "prediction" INTEGER,
ADD COLUMN     "predictionDistance" INTEGER,
ADD COLUMN     "rounds" INTEGER NOT NULL,
ADD COLUMN     "scopeId" TEXT NOT NULL,
ADD CONSTRAINT "Standing_pkey" PRIMARY KEY ("scopeId", "accountId");

-- Entries of before carry the year of birth of the account from now on.
UPDATE "Participation" SET "birthYear" = "Account"."birthYear" FROM "Account" WHERE "Account"."id" = "Participation"."accountId";

-- Lots need a seed that was fixed before anybody knew the results. Contests of before get theirs now.
UPDATE "Contest" SET "lotSeed" = replace(gen_random_uuid()::text, '-', '');
UPDATE "Round" SET "lotSeed" = replace(gen_random_uuid()::text, '-', '');

-- CreateTable
CREATE TABLE "BoardMember" (
    "contestId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BoardMember_pkey" PRIMARY KEY ("contestId","accountId")
);

-- CreateTable
CREATE TABLE "ContestDraft" (
    "id" TEXT NOT NULL,
    "contestSlug" TEXT,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ContestDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Adjustment" (
    "id" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ms" INTEGER NOT NULL DEFAULT 0,
    "accountId" TEXT,
    "unitId" TEXT,
    "startsAt" TIMESTAMP(3),
    "endsAt" TIMESTAMP(3),
    "reason" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "undoneAt" TIMESTAMP(3),
    "undoneById" TEXT,
    "undoReason" TEXT,

    CONSTRAINT "Adjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PreparedForm" (
    "roundId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "poolHash" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "takenAt" TIMESTAMP(3),
    "preparedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PreparedForm_pkey" PRIMARY KEY ("roundId","number")
);

-- CreateTable
CREATE TABLE "PoolSnapshot" (
    "hash" TEXT NOT NULL,
    "items" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PoolSnapshot_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "FrozenCount" (
    "scopeId" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "peopleAllRight" INTEGER NOT NULL,
    "frozenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FrozenCount_pkey" PRIMARY KEY ("scopeId")
);

-- CreateIndex
CREATE INDEX "ContestDraft_contestSlug_idx" ON "ContestDraft"("contestSlug");

-- CreateIndex
CREATE INDEX "Adjustment_roundId_idx" ON "Adjustment"("roundId");

-- CreateIndex
CREATE INDEX "Notice_contestId_at_idx" ON "Notice"("contestId", "at");

-- CreateIndex
CREATE INDEX "Standing_scopeId_rankKey_accountId_idx" ON "Standing"("scopeId", "rankKey", "accountId");

-- CreateIndex
CREATE INDEX "Standing_scopeId_block_rankKey_accountId_idx" ON "Standing"("scopeId", "block", "rankKey", "accountId");

-- CreateIndex
CREATE INDEX "Standing_scopeId_unitId_isAllRight_score_idx" ON "Standing"("scopeId", "unitId", "isAllRight", "score");

-- CreateIndex
CREATE INDEX "Standing_contestId_idx" ON "Standing"("contestId");

-- AddForeignKey
ALTER TABLE "BoardMember" ADD CONSTRAINT "BoardMember_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adjustment" ADD CONSTRAINT "Adjustment_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adjustment" ADD CONSTRAINT "Adjustment_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreparedForm" ADD CONSTRAINT "PreparedForm_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
