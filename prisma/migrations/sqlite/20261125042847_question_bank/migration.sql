-- CreateTable
CREATE TABLE "ItemDraft" (
    "itemId" TEXT NOT NULL PRIMARY KEY,
    "body" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "baseVersionId" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "writerIds" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "ItemDraft_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ItemEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "itemId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "versionId" TEXT,
    "actorId" TEXT,
    "batchId" TEXT,
    "detail" TEXT NOT NULL DEFAULT '',
    "at" DATETIME NOT NULL,
    CONSTRAINT "ItemEvent_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ItemComment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "itemId" TEXT NOT NULL,
    "versionId" TEXT,
    "authorId" TEXT NOT NULL,
    "field" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "resolvedAt" DATETIME,
    "resolvedById" TEXT,
    CONSTRAINT "ItemComment_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ItemBatch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "size" INTEGER NOT NULL,
    "before" TEXT NOT NULL,
    "undoneAt" DATETIME,
    "undoneById" TEXT
);

-- CreateTable
CREATE TABLE "Media" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "originalHash" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ImportJob" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "actorId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "format" TEXT NOT NULL DEFAULT '',
    "fileHash" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "defaults" TEXT NOT NULL,
    "file" BLOB,
    "rows" TEXT NOT NULL DEFAULT '',
    "report" TEXT NOT NULL DEFAULT '',
    "batchId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AnalysisSnapshot" (
    "scopeId" TEXT NOT NULL PRIMARY KEY,
    "contestId" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "countedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "KeyCorrection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contestId" TEXT NOT NULL,
    "itemVersionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "doneAt" DATETIME
);

-- CreateTable
CREATE TABLE "MarkChange" (
    "correctionId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "scoreBefore" REAL NOT NULL,
    "scoreAfter" REAL NOT NULL,
    "maxScoreBefore" REAL NOT NULL,
    "maxScoreAfter" REAL NOT NULL,
    "at" DATETIME NOT NULL,
    "seenAt" DATETIME,

    PRIMARY KEY ("correctionId", "attemptId"),
    CONSTRAINT "MarkChange_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "KeyCorrection" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Item" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "status" TEXT NOT NULL,
    "work" TEXT NOT NULL DEFAULT 'none',
    "topicSlug" TEXT NOT NULL,
    "lessonSlug" TEXT NOT NULL,
    "difficulty" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "interaction" TEXT NOT NULL DEFAULT 'choice',
    "contested" BOOLEAN NOT NULL DEFAULT false,
    "currentVersionId" TEXT,
    "reviewVersionId" TEXT,
    "isEdited" BOOLEAN NOT NULL DEFAULT false,
    "authorId" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "fingerprint" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);
INSERT INTO "new_Item" ("createdAt", "currentVersionId", "difficulty", "id", "lessonSlug", "status", "tags", "topicSlug", "updatedAt") SELECT "createdAt", "currentVersionId", "difficulty", "id", "lessonSlug", "status", "tags", "topicSlug", "updatedAt" FROM "Item";
DROP TABLE "Item";
ALTER TABLE "new_Item" RENAME TO "Item";
CREATE INDEX "Item_status_topicSlug_difficulty_idx" ON "Item"("status", "topicSlug", "difficulty");
CREATE INDEX "Item_updatedAt_idx" ON "Item"("updatedAt");
CREATE INDEX "Item_fingerprint_idx" ON "Item"("fingerprint");
CREATE TABLE "new_ItemVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "itemId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "authorId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "ItemVersion_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_ItemVersion" ("body", "contentHash", "createdAt", "id", "itemId", "number") SELECT "body", "contentHash", "createdAt", "id", "itemId", "number" FROM "ItemVersion";
DROP TABLE "ItemVersion";
ALTER TABLE "new_ItemVersion" RENAME TO "ItemVersion";
CREATE UNIQUE INDEX "ItemVersion_itemId_number_key" ON "ItemVersion"("itemId", "number");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "ItemEvent_itemId_at_idx" ON "ItemEvent"("itemId", "at");

-- CreateIndex
CREATE INDEX "ItemEvent_batchId_idx" ON "ItemEvent"("batchId");

-- CreateIndex
CREATE INDEX "ItemComment_itemId_at_idx" ON "ItemComment"("itemId", "at");

-- CreateIndex
CREATE INDEX "ItemBatch_actorId_at_idx" ON "ItemBatch"("actorId", "at");

-- CreateIndex
CREATE INDEX "Media_originalHash_idx" ON "Media"("originalHash");

-- CreateIndex
CREATE INDEX "ImportJob_actorId_createdAt_idx" ON "ImportJob"("actorId", "createdAt");

-- CreateIndex
CREATE INDEX "KeyCorrection_contestId_itemVersionId_at_idx" ON "KeyCorrection"("contestId", "itemVersionId", "at");

-- CreateIndex
CREATE INDEX "MarkChange_attemptId_idx" ON "MarkChange"("attemptId");

-- CreateIndex
CREATE INDEX "MarkChange_accountId_seenAt_idx" ON "MarkChange"("accountId", "seenAt");
