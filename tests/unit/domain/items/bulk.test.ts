import { describe, expect, test } from 'vitest';
import { decideBulk, type BulkAct, type BulkItem, type BulkRights } from '#app/domain/items/bulk.ts';

const item = (given: Partial<BulkItem> = {}): BulkItem => ({
  id: 'a',
  status: 'published',
  work: 'none',
  writerIds: [],
  hasPublishedVersion: true,
  topicSlug: 'cd',
  lessonSlug: 'bai',
  difficulty: 'easy',
  tags: ['cu'],
  contested: false,
  faults: 0,
  hasVersions: true,
  ...given,
});
const draft = (given: Partial<BulkItem> = {}): BulkItem =>
  item({
    status: 'draft',
    work: 'draft',
    writerIds: ['soan'],
    hasPublishedVersion: false,
    hasVersions: false,
    ...given,
  });
const inReview = (given: Partial<BulkItem> = {}): BulkItem =>
  draft({ status: 'review', work: 'review', hasVersions: true, ...given });

const AUTHOR: BulkRights = { accountId: 'soan', mayWrite: true, mayPublish: false };
const REVIEWER: BulkRights = { accountId: 'tham', mayWrite: false, mayPublish: false };
const APPROVER: BulkRights = { accountId: 'duyet', mayWrite: false, mayPublish: true };
const ORGANIZER: BulkRights = { accountId: 'to-chuc', mayWrite: true, mayPublish: true };

const move: BulkAct = { kind: 'move', topicSlug: 'cd', lessonSlug: 'bai-2' };

describe('what a bulk act takes', () => {
  test.each<[string, BulkAct, BulkItem, BulkRights, string | undefined]>([
    ['an author moves a draft', move, draft(), AUTHOR, undefined],
    ['an author moves what is published', move, item(), AUTHOR, 'needs-approver'],
    ['an approver moves what is published', move, item(), APPROVER, undefined],
    ['a reviewer moves nothing', move, item(), REVIEWER, 'not-allowed'],
    ['an approver moves no text that others write', move, draft(), APPROVER, 'not-allowed'],
    ['nobody moves what is in review', move, inReview(), ORGANIZER, 'in-review'],
    ['nobody moves what is retired', move, item({ status: 'retired' }), ORGANIZER, 'wrong-state'],
    ['it is there already', { ...move, lessonSlug: 'bai' }, item(), ORGANIZER, 'already-so'],
    ['it is so easy already', { kind: 'difficulty', difficulty: 'easy' }, item(), ORGANIZER, 'already-so'],
    ['it has the tag', { kind: 'addTag', tag: 'cu' }, item(), ORGANIZER, 'already-so'],
    ['it has not the tag', { kind: 'removeTag', tag: 'moi' }, item(), ORGANIZER, 'already-so'],
    ['a ninth tag', { kind: 'addTag', tag: 'moi' }, item({ tags: [...'12345678'] }), ORGANIZER, 'too-many-tags'],
    ['an eighth tag', { kind: 'addTag', tag: 'moi' }, item({ tags: [...'1234567'] }), ORGANIZER, undefined],
    ['contested twice', { kind: 'contest' }, item({ contested: true }), ORGANIZER, 'already-so'],
    ['an author submits a sound draft', { kind: 'submit' }, draft(), AUTHOR, undefined],
    ['with faults', { kind: 'submit' }, draft({ faults: 1 }), AUTHOR, 'has-faults'],
    ['an approver submits nothing', { kind: 'submit' }, draft(), APPROVER, 'not-allowed'],
    ['what is published is not submitted', { kind: 'submit' }, item(), AUTHOR, 'wrong-state'],
    ['a second person publishes', { kind: 'publish' }, inReview(), APPROVER, undefined],
    [
      'nobody publishes the own text',
      { kind: 'publish' },
      inReview({ writerIds: ['duyet'] }),
      APPROVER,
      'needs-second-person',
    ],
    ['an author publishes nothing', { kind: 'publish' }, inReview(), AUTHOR, 'not-allowed'],
    ['contested is not published', { kind: 'publish' }, inReview({ contested: true }), APPROVER, 'is-contested'],
    ['with faults is not published', { kind: 'publish' }, inReview({ faults: 2 }), APPROVER, 'has-faults'],
    ['a draft is not published', { kind: 'publish' }, draft(), APPROVER, 'wrong-state'],
    ['retiring', { kind: 'retire' }, item(), APPROVER, undefined],
    ['retiring what is being revised', { kind: 'retire' }, item({ work: 'draft' }), APPROVER, 'wrong-state'],
    ['restoring', { kind: 'restore' }, item({ status: 'retired' }), APPROVER, undefined],
    ['restoring what is published', { kind: 'restore' }, item(), APPROVER, 'wrong-state'],
    ['deleting the own draft', { kind: 'delete' }, draft(), AUTHOR, undefined],
    ['deleting somebody else’s draft', { kind: 'delete' }, draft({ writerIds: ['ai'] }), AUTHOR, 'needs-approver'],
    ['an approver deletes any draft', { kind: 'delete' }, draft(), APPROVER, undefined],
    ['deleting what was submitted once', { kind: 'delete' }, draft({ hasVersions: true }), APPROVER, 'was-submitted'],
  ])('%s', (_, act, of, rights, expected) => expect(decideBulk(act, of, rights)).toBe(expected));
});
